#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/foreign_study.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace hdskit {
namespace {

namespace json = boost::json;

enum Treatment { reduced = 1, refused = 2, accepted = 3, shared = 4 }; ///< kindOfMeasure; any other: not decided

Strategy strategy_of(std::int64_t kind) {
  switch (kind) {
    case reduced: return Strategy::reduce;
    case refused: return Strategy::avoid;
    case accepted: return Strategy::accept;
    case shared: return Strategy::share;
    default: return Strategy::undecided;
  }
}

class MonarcReading {
public:
  MonarcReading(const json::object& root, const Study& now, JsonDefects& defects) : now_{now}, defects_{defects} {
    each(root, "instances", "", [&](const json::object& instance, const std::string& place) { read_instance(instance, place, ""); });
    if (operational_ > 0)
      result.remarks.push_back(trn("{1} operational risk is passed over: the register rates information risks by asset.",
                                   "{1} operational risks are passed over: the register rates information risks by asset.", operational_));
    if (nil_ > 0)
      result.remarks.push_back(trn("{1} risk has a grade 0, which the house does not have: it is left without.",
                                   "{1} risks have a grade 0, which the house does not have: they are left without.", nil_));
  }
  ForeignStudy result;

private:
  static std::string step(const std::string& place, std::string_view member) { return place.empty() ? std::string{member} : place + "." + std::string{member}; }

  template <typename Visit> void each(const json::object& object, std::string_view member, const std::string& place, Visit visit) {
    const auto* value = object.if_contains({member.data(), member.size()});
    if (!value || value->is_null()) return;
    const auto* list = value->if_array();
    if (!list) return defects_.report(step(place, member), tr("A list [ … ] is expected here: exports of MONARC before version 2.13 are not read."));
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto here = step(place, member) + "[" + std::to_string(i) + "]";
      if (const auto* entry = (*list)[i].if_object()) visit(*entry, here);
      else defects_.report(here, tr("An object { … } is expected here."));
    }
  }

  static const json::object& object_in(const json::object& object, std::string_view member) {
    static const json::object none;
    const auto* value = object.if_contains({member.data(), member.size()});
    return value && value->is_object() ? value->get_object() : none;
  }
  static std::string text_in(const json::object& object, std::string_view member) {
    const auto* value = object.if_contains({member.data(), member.size()});
    return value && value->is_string() ? std::string{trimmed(std::string_view{value->get_string()})} : std::string{};
  }
  /// `otherwise` when the member is not there or null.
  std::int64_t number_in(const json::object& object, std::string_view member, const std::string& place, std::int64_t otherwise) {
    const auto* value = object.if_contains({member.data(), member.size()});
    if (!value || value->is_null()) return otherwise;
    if (const auto* number = value->if_int64()) return *number;
    defects_.report(step(place, member), tr("A whole number is expected here."));
    return otherwise;
  }
  /// -1: not rated. The house has no grade 0 either.
  Rating rating_in(const json::object& object, std::string_view member, const std::string& place, bool& nil) {
    const auto grade = number_in(object, member, place, -1);
    nil = nil || grade == 0;
    return Rating{std::clamp<std::int64_t>(grade, 0, Rating::greatest)};
  }

  void read_instance(const json::object& instance, const std::string& place, const std::string& above) {
    const auto name = text_in(instance, "name");
    const auto path = above.empty() ? name : above + " / " + name;
    each(instance, "instanceRisks", place, [&](const json::object& risk, const std::string& here) { read_risk(risk, here, instance, place, path); });
    each(instance, "operationalInstanceRisks", place, [&](const json::object&, const std::string&) { ++operational_; });
    each(instance, "children", place, [&](const json::object& child, const std::string& here) { read_instance(child, here, path); });
  }

  void read_risk(const json::object& object, const std::string& place, const json::object& instance, const std::string& instance_place,
                 const std::string& path) {
    const auto id = number_in(object, "id", place, 0);
    if (id <= 0) return defects_.report(place + ".id", tr("A whole number above 0 is expected here: exports are matched by it."));
    const auto& threat = object_in(object, "threat");
    const auto& vulnerability = object_in(object, "vulnerability");
    auto risk = known_or_new(now_.risks, "MONARC-" + std::to_string(id));
    if (!references_.insert(risk.reference).second) return defects_.report(place + ".id", tr("It is given twice."));
    risk.name = text_in(threat, "label");
    if (risk.name.empty()) return defects_.report(place + ".threat.label", tr("It is missing."));
    risk.cause = text_in(vulnerability, "label");
    risk.asset = path;
    if (auto theme = text_in(object_in(threat, "theme"), "label"); !theme.empty()) risk.family = std::move(theme);
    risk.existing_measures = text_in(object, "comment");
    risk.justification = text_in(object, "context");
    if (auto owner = text_in(object, "riskOwner"); !owner.empty()) risk.owner = std::move(owner);
    risk.method = RiskMethod::asset;
    rate(risk, object, place, threat, instance, instance_place);
    each(object, "recommendations", place, [&](const json::object& entry, const std::string& here) { read_recommendation(entry, here, risk.reference); });
    result.study.risks.push_back(std::move(risk));
  }

  void rate(Risk& risk, const json::object& object, const std::string& place, const json::object& threat, const json::object& instance,
            const std::string& instance_place) {
    bool nil = false;
    const auto impact = [&](const char* criterion) {
      const bool struck = number_in(threat, criterion, place + ".threat", 1) != 0;
      bool nothing = false; // an asset that a criterion does not matter for is no grade that is lost
      return struck ? rating_in(instance, criterion, instance_place, nothing) : Rating{};
    };
    risk.impact_confidentiality = impact("confidentiality");
    risk.impact_integrity = impact("integrity");
    risk.impact_availability = impact("availability");
    risk.threat = rating_in(object, "threatRate", place, nil);
    risk.vulnerability = rating_in(object, "vulnerabilityRate", place, nil);
    risk.strategy = strategy_of(number_in(object, "kindOfMeasure", place, 0));
    const auto reduction = number_in(object, "reductionAmount", place, 0);
    if (risk.strategy == Strategy::reduce && reduction > 0 && risk.vulnerability)
      risk.residual_vulnerability = Rating{std::max<std::int64_t>(1, risk.vulnerability.value - reduction)};
    nil_ += nil ? 1 : 0;
  }

  void read_recommendation(const json::object& object, const std::string& place, const std::string& risk) {
    const auto uuid = text_in(object, "uuid"), code = text_in(object, "code");
    const auto key = uuid.empty() ? code : uuid;
    if (key.empty()) return defects_.report(place + ".uuid", tr("It is missing."));
    const auto [known, fresh] = measures_.emplace(key, result.study.measures.size());
    if (!fresh) return result.study.measures[known->second].risks.push_back(risk);
    auto measure = known_or_new(now_.measures, "MONARC-" + key);
    const auto description = text_in(object, "description");
    measure.name = code.empty() ? description.substr(0, description.find('\n')) : code;
    measure.description = description;
    if (measure.name.empty()) measure.name = key;
    if (auto owner = text_in(object, "responsible"); !owner.empty()) measure.owner = std::move(owner);
    if (const auto due = Date::parse(text_in(object, "duedate"))) measure.due = due;
    measure.risks = {risk};
    result.study.measures.push_back(std::move(measure));
  }

  const Study& now_;
  JsonDefects& defects_;
  std::set<std::string> references_;
  std::map<std::string, std::size_t> measures_;
  int operational_ = 0, nil_ = 0;
};

} // namespace

ForeignStudy read_monarc(std::string_view text, const std::string& name, const Study& now) {
  const auto value = parse_foreign_json(text, name, foreign_study_size_limit);
  JsonDefects defects;
  static const json::object none;
  const auto* root = value.if_object();
  if (!root) defects.report("", tr("An object { … } is expected here."));
  else if (!root->contains("instances")) defects.report("instances", tr("It is missing: this is no analysis of MONARC."));
  auto reading = MonarcReading{root ? *root : none, now, defects};
  defects.refuse(name, tr("Export the analysis again from MONARC 2.13 or later, without password; nothing was changed."), text);
  reading.result.study.scale = now.scale;
  reading.result.study.frame = now.frame;
  return std::move(reading.result);
}

} // namespace hdskit
