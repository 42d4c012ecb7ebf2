#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/foreign_study.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <map>

namespace hdskit {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_name = 24; // characters of the name of the PIA in references
constexpr int highest_gauge = 4;         // negligible, limited, significant, maximum

/// The three risks of the method: the tens of their questions, the item of their evaluation, what they are called.
struct PiaRisk {
  int questions;
  std::string_view evaluation, name, criterion;
};
constexpr PiaRisk pia_risks[] = {{320, "3.2", "Accès illégitime à des données", "ACCES"},
                                 {330, "3.3", "Modification non désirée de données", "MODIFICATION"},
                                 {340, "3.4", "Disparition de données", "DISPARITION"}};
enum Question { impacts = 1, threats, sources, measures, gravity, likelihood };

/// “Télésuivi (2026)” gives “TELESUIVI-2026”.
std::string reference_part(std::string_view name) {
  std::string part;
  for (const char c : folded(name)) {
    const bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (letter) part += static_cast<char>(c - 'a' + 'A');
    else if (digit) part += c;
    else if (!part.empty() && part.back() != '-') part += '-';
  }
  part.resize(std::min(part.size(), longest_name));
  while (part.ends_with('-')) part.pop_back();
  return part;
}

class PiaReading {
public:
  PiaReading(const json::object& root, const Study& now, JsonDefects& defects) : now_{now}, defects_{defects} {
    read_name(root);
    index_answers(root);
    index_evaluations(root);
    for (const auto& risk : pia_risks) add_risk(risk);
    read_measures(root);
  }
  ForeignStudy result;

private:
  template <typename Visit> void each(const json::object& object, std::string_view member, Visit visit) {
    const auto* value = object.if_contains({member.data(), member.size()});
    if (!value || value->is_null()) return;
    const auto* list = value->if_array();
    if (!list) return defects_.report(std::string{member}, tr("A list [ … ] is expected here."));
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto place = std::string{member} + "[" + std::to_string(i) + "]";
      if (const auto* entry = (*list)[i].if_object()) visit(*entry, place);
      else defects_.report(place, tr("An object { … } is expected here."));
    }
  }

  static std::string text_in(const json::object& object, std::string_view member) {
    const auto* value = object.if_contains({member.data(), member.size()});
    return value && value->is_string() ? std::string{std::string_view{value->get_string()}} : std::string{};
  }

  void read_name(const json::object& root) {
    const auto* pia = root.if_contains("pia");
    name_ = pia && pia->is_object() ? std::string{trimmed(text_in(pia->get_object(), "name"))} : std::string{};
    if (name_.empty()) defects_.report("pia.name", tr("It is missing."));
    prefix_ = "PIA-" + reference_part(name_);
  }

  void index_answers(const json::object& root) {
    each(root, "answers", [&](const json::object& answer, const std::string& place) {
      const auto* number = answer.if_contains("reference_to");
      const auto* data = answer.if_contains("data");
      if (number && number->is_int64() && data && data->is_object()) answers_[static_cast<int>(number->get_int64())] = {&data->get_object(), place + ".data"};
    });
    if (answers_.empty()) defects_.report("answers", tr("No answer stands here: this is no export of a PIA."));
  }

  void index_evaluations(const json::object& root) {
    each(root, "evaluations", [&](const json::object& evaluation, const std::string& place) {
      evaluations_[text_in(evaluation, "reference_to")] = {&evaluation, place};
    });
  }

  struct Place {
    const json::object* object = nullptr;
    std::string place;
  };

  /// The entries of a list and the text of an answer, one below the other.
  std::string words(int number) {
    const auto found = answers_.find(number);
    if (found == answers_.end()) return {};
    std::string all;
    if (const auto* list = found->second.object->if_contains("list"); list && list->is_array())
      for (const auto& entry : list->get_array())
        if (entry.is_string()) all += (all.empty() ? "" : "\n") + plain_text_of_html(std::string_view{entry.get_string()});
    const auto text = plain_text_of_html(text_in(*found->second.object, "text"));
    return all + (all.empty() || text.empty() ? "" : "\n") + text;
  }

  Rating gauge(const json::object& object, std::string_view member, const std::string& place) {
    const auto* value = object.if_contains({member.data(), member.size()});
    int grade = 0;
    if (value && !value->is_null() && !is_whole_number(*value, 0, highest_gauge, grade))
      defects_.report(place + "." + std::string{member}, tr("A whole number from {1} to {2} is expected here.", {"0", std::to_string(highest_gauge)}));
    return Rating{grade};
  }
  Rating gauge_of_answer(int number) {
    const auto found = answers_.find(number);
    return found == answers_.end() ? Rating{} : gauge(*found->second.object, "gauge", found->second.place);
  }

  void add_risk(const PiaRisk& kind) {
    auto risk = known_or_new(now_.risks, prefix_ + "-" + std::string{kind.criterion});
    risk.name = std::string{kind.name} + " : " + name_;
    risk.family = "Protection des données";
    risk.asset = name_;
    risk.method = RiskMethod::event;
    risk.data = words(kind.questions + impacts);
    const auto from = words(kind.questions + sources), by = words(kind.questions + threats);
    risk.cause = by + (by.empty() || from.empty() ? "" : "\n") + (from.empty() ? "" : "Sources : " + from);
    risk.existing_measures = words(kind.questions + measures);
    risk.gravity = gauge_of_answer(kind.questions + gravity);
    risk.likelihood = gauge_of_answer(kind.questions + likelihood);
    const auto why_gravity = words(kind.questions + gravity), why_likelihood = words(kind.questions + likelihood);
    risk.justification = why_gravity + (why_gravity.empty() || why_likelihood.empty() ? "" : "\n") + why_likelihood;
    take_evaluation(risk, kind);
    result.study.risks.push_back(std::move(risk));
  }

  /// What the evaluator asks for, and the grades that are to be reached. On the map of the method, x is the gravity and y the likelihood.
  void take_evaluation(Risk& risk, const PiaRisk& kind) {
    const auto found = evaluations_.find(std::string{kind.evaluation});
    if (found == evaluations_.end()) return;
    const auto& [evaluation, place] = found->second;
    if (const auto* gauges = evaluation->if_contains("gauges"); gauges && gauges->is_object()) {
      risk.residual_gravity = gauge(gauges->get_object(), "x", place + ".gauges");
      risk.residual_likelihood = gauge(gauges->get_object(), "y", place + ".gauges");
    }
    const auto plan = plain_text_of_html(text_in(*evaluation, "action_plan_comment"));
    if (plan.empty()) return;
    auto measure = known_or_new(now_.measures, risk.reference + "-PLAN");
    measure.name = "Plan d’action : " + risk.name;
    measure.description = plan;
    measure.owner = text_in(*evaluation, "person_in_charge").empty() ? measure.owner : text_in(*evaluation, "person_in_charge");
    if (const auto due = Date::parse(text_in(*evaluation, "estimated_implementation_date").substr(0, 10))) measure.due = due;
    measure.risks = {risk.reference};
    result.study.measures.push_back(std::move(measure));
  }

  /// They exist or are planned, the method does not tell which: planned until somebody shows more.
  void read_measures(const json::object& root) {
    std::map<std::string, int> given;
    each(root, "measures", [&](const json::object& entry, const std::string& place) {
      const auto title = plain_text_of_html(text_in(entry, "title"));
      if (title.empty()) return defects_.report(place + ".title", tr("It is missing."));
      auto reference = prefix_ + "-" + reference_part(title);
      if (const auto times = ++given[reference]; times > 1) reference += "-" + std::to_string(times);
      auto measure = known_or_new(now_.measures, reference);
      measure.name = title;
      measure.description = plain_text_of_html(text_in(entry, "content"));
      if (measure.risks.empty())
        for (const auto& risk : result.study.risks) measure.risks.push_back(risk.reference);
      result.study.measures.push_back(std::move(measure));
    });
  }

  const Study& now_;
  JsonDefects& defects_;
  std::string name_, prefix_;
  std::map<int, Place> answers_;
  std::map<std::string, Place> evaluations_;
};

} // namespace

ForeignStudy read_pia(std::string_view text, const std::string& name, const Study& now) {
  const auto value = parse_foreign_json(text, name, foreign_study_size_limit);
  const auto remedy = tr("Export the PIA again as JSON; nothing was changed. docs/formats/risk-import.md tells what is read.");
  JsonDefects defects;
  static const json::object none;
  if (!value.is_object()) defects.report("", tr("An object { … } is expected here."));
  auto reading = PiaReading{value.is_object() ? value.get_object() : none, now, defects};
  defects.refuse(name, remedy, text);
  reading.result.study.scale = now.scale;
  reading.result.study.frame = now.frame;
  return std::move(reading.result);
}

} // namespace hdskit
