#include "toolkit/access/campaign_json.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <limits>

namespace hdskit {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_text = 65'536; ///< bytes of one text
constexpr std::size_t most_lines = 1'000'000, most_remarks = 100'000, most_words = 1000, most_inputs = 100;
constexpr int whole = std::numeric_limits<int>::max();

json::array array_of(const std::vector<std::string>& texts) {
  json::array array;
  for (const auto& text : texts) array.emplace_back(text);
  return array;
}

std::string iso_of(const std::optional<Date>& day) { return day ? day->iso() : std::string{}; }

json::array array_of(const std::vector<CampaignLine::Remark>& remarks) {
  json::array array;
  for (const auto& [rule, severity, sentence, evidence] : remarks)
    array.push_back(json::object{{"rule", rule}, {"severity", severity}, {"sentence", sentence}, {"evidence", evidence}});
  return array;
}

json::object object_of(const CampaignLine& line) {
  return {{"number", line.number},
          {"application", line.application},
          {"login", line.login},
          {"name", line.name},
          {"role", line.role},
          {"national_id", line.national_id},
          {"matricule", line.matricule},
          {"state", line.state},
          {"means", line.means},
          {"last_login", iso_of(line.last_login)},
          {"privileged", line.privileged},
          {"technical", line.technical},
          {"findings", array_of(line.findings)},
          {"not_judged", array_of(line.not_judged)},
          {"last_decision", line.last_decision},
          {"differences", array_of(line.differences)}};
}

json::object object_of(const CampaignDecision& decision) {
  return {{"line", decision.line},
          {"decision", to_field_text(decision.decision)},
          {"reason", decision.reason},
          {"reviewer", decision.reviewer},
          {"reviewer_id", decision.reviewer_id},
          {"day", iso_of(decision.day)},
          {"evidence", decision.evidence},
          {"justified_until", iso_of(decision.justified_until)}};
}

/// Reads the objects of a list, one after the other, with the place of each.
void each_object(const json::array& array, const std::string& place, const auto& take) {
  for (std::size_t i = 0; i < array.size(); ++i) take(array[i], place + "[" + std::to_string(i) + "]");
}

bool truth(const JsonObject& object, std::string_view name) {
  const auto* value = object.find(name);
  return value && value->is_bool() && value->as_bool();
}

std::optional<Date> day_of(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto text = object.text(name, longest_text);
  const auto day = Date::parse(text);
  if (!day && !text.empty()) defects.report(object.place_of(name), tr("“{1}” is no date.", {text}));
  return day;
}

std::vector<std::string> words_of(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  std::vector<std::string> words;
  for (const auto& value : object.array(name, 0, most_words))
    if (value.is_string()) words.emplace_back(value.as_string());
    else defects.report(object.place_of(name), tr("A text is expected."));
  return words;
}

template <typename E> E choice_of(const JsonObject& object, std::string_view name, std::span<const Choice> choices, JsonDefects& defects) {
  const auto text = object.text(name, longest_text);
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i].word == text) return static_cast<E>(i);
  defects.report(object.place_of(name), tr("“{1}” is not known here.", {text}));
  return {};
}

std::vector<CampaignLine::Remark> remarks_of(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  std::vector<CampaignLine::Remark> remarks;
  each_object(object.array(name, 0, most_remarks), object.place_of(name), [&](const json::value& value, const std::string& place) {
    const JsonObject remark{value, place, defects, {"rule", "severity", "sentence", "evidence"}};
    remarks.push_back({remark.text("rule", longest_text), remark.text("severity", longest_text), remark.text("sentence", longest_text),
                       remark.text("evidence", longest_text)});
  });
  return remarks;
}

CampaignLine line_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const JsonObject object{value,
                          place,
                          defects,
                          {"number", "application", "login", "name", "role", "national_id", "matricule", "state", "means", "last_login", "privileged",
                           "technical", "findings", "not_judged", "last_decision", "differences"}};
  const auto text = [&](std::string_view name) { return object.text(name, longest_text); };
  CampaignLine line;
  line.number = object.whole_number("number", 1, whole, 0);
  line.application = text("application");
  line.login = text("login");
  line.name = text("name");
  line.role = text("role");
  line.national_id = text("national_id");
  line.matricule = text("matricule");
  line.state = text("state");
  line.means = text("means");
  line.last_login = day_of(object, "last_login", defects);
  line.privileged = truth(object, "privileged");
  line.technical = truth(object, "technical");
  line.findings = remarks_of(object, "findings", defects);
  line.not_judged = words_of(object, "not_judged", defects);
  line.last_decision = text("last_decision");
  line.differences = words_of(object, "differences", defects);
  return line;
}

CampaignRule rule_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const JsonObject object{value, place, defects, {"rule", "state", "reason", "findings", "unjudged"}};
  CampaignRule rule;
  rule.id = object.needed_text("rule", longest_text);
  const auto state = object.text("state", longest_text);
  for (const auto known : {ReviewState::passed, ReviewState::finding, ReviewState::not_evaluable})
    if (word_of(known) == state) rule.state = known;
  rule.reason = object.text("reason", longest_text);
  rule.findings = object.whole_number("findings", 0, whole, 0);
  rule.unjudged = object.whole_number("unjudged", 0, whole, 0);
  return rule;
}

CampaignDecision decision_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const JsonObject object{value, place, defects, {"line", "decision", "reason", "reviewer", "reviewer_id", "day", "evidence", "justified_until"}};
  CampaignDecision decision;
  decision.line = object.whole_number("line", 1, whole, 0);
  decision.decision = choice_of<LineDecision>(object, "decision", choices_of(LineDecision{}), defects);
  decision.reason = object.text("reason", longest_text);
  decision.reviewer = object.text("reviewer", longest_text);
  decision.reviewer_id = object.text("reviewer_id", longest_text);
  decision.day = day_of(object, "day", defects);
  decision.evidence = object.text("evidence", longest_text);
  decision.justified_until = day_of(object, "justified_until", defects);
  return decision;
}

std::string remedy() { return tr("Restore the workspace from a backup, then compare."); }

} // namespace

std::string line_json(const CampaignLine& line) { return json::serialize(object_of(line)); }
std::string decision_json(const CampaignDecision& decision) { return json::serialize(object_of(decision)); }

std::string frozen_json(const FrozenCampaign& frozen) {
  json::array rules, lines, gone;
  for (const auto& rule : frozen.rules)
    rules.push_back(json::object{
        {"rule", rule.id}, {"state", std::string{word_of(rule.state)}}, {"reason", rule.reason}, {"findings", rule.findings}, {"unjudged", rule.unjudged}});
  for (const auto& line : frozen.lines) lines.push_back(object_of(line));
  for (const auto& account : frozen.gone)
    gone.push_back(
        json::object{{"application", account.application}, {"login", account.login}, {"name", account.name}, {"last_decision", account.last_decision}});
  return json::serialize(json::object{{"format", 1},
                                      {"withdrawal_days", frozen.withdrawal_days},
                                      {"rules", std::move(rules)},
                                      {"general", array_of(frozen.general)},
                                      {"lines", std::move(lines)},
                                      {"gone", std::move(gone)}});
}

FrozenCampaign frozen_of_json(std::string_view text, const std::string& name) {
  const auto value = parse_foreign_json(text, name, campaign_json_limit);
  JsonDefects defects;
  const JsonObject object{value, "", defects, {"format", "withdrawal_days", "rules", "general", "lines", "gone"}};
  if (!object.find("format")) defects.report("format", tr("It is missing."));
  object.whole_number("format", 1, 1, 0);
  FrozenCampaign frozen;
  frozen.withdrawal_days = object.whole_number("withdrawal_days", 0, whole, 0);
  each_object(object.array("rules", 0, most_words), "rules",
              [&](const json::value& rule, const std::string& place) { frozen.rules.push_back(rule_of(rule, place, defects)); });
  frozen.general = remarks_of(object, "general", defects);
  each_object(object.array("lines", 0, most_lines), "lines",
              [&](const json::value& line, const std::string& place) { frozen.lines.push_back(line_of(line, place, defects)); });
  each_object(object.array("gone", 0, most_lines), "gone", [&](const json::value& account, const std::string& place) {
    const JsonObject gone{account, place, defects, {"application", "login", "name", "last_decision"}};
    frozen.gone.push_back(
        {gone.text("application", longest_text), gone.text("login", longest_text), gone.text("name", longest_text), gone.text("last_decision", longest_text)});
  });
  defects.refuse(name, remedy());
  return frozen;
}

std::string decisions_json(const std::vector<CampaignDecision>& decisions) {
  json::array array;
  for (const auto& decision : decisions) array.push_back(object_of(decision));
  return json::serialize(array);
}

std::vector<CampaignDecision> decisions_of_json(std::string_view text, const std::string& name) {
  const auto value = parse_foreign_json(text, name, campaign_json_limit);
  JsonDefects defects;
  std::vector<CampaignDecision> decisions;
  if (!value.is_array()) defects.report("", tr("A list is expected."));
  else
    each_object(value.as_array(), "",
                [&](const json::value& decision, const std::string& place) { decisions.push_back(decision_of(decision, place, defects)); });
  defects.refuse(name, remedy());
  return decisions;
}

std::string inputs_json(const std::vector<ReviewInput>& inputs) {
  json::array array;
  for (const auto& [source, trace] : inputs)
    array.push_back(json::object{{"source", std::string{word_of(source)}},
                                 {"file", std::filesystem::path{trace.file}.filename().string()},
                                 {"sha256", trace.sha256},
                                 {"lines", trace.lines},
                                 {"dated", iso_of(trace.dated)}});
  return json::serialize(array);
}

std::vector<CampaignInput> inputs_of_json(std::string_view text) {
  std::vector<CampaignInput> inputs;
  if (text.empty()) return inputs;
  const auto value = parse_foreign_json(text, "inputs", longest_text);
  JsonDefects defects;
  if (value.is_array() && value.as_array().size() <= most_inputs)
    each_object(value.as_array(), "inputs", [&](const json::value& input, const std::string& place) {
      const JsonObject object{input, place, defects, {"source", "file", "sha256", "lines", "dated"}};
      const auto member = [&](std::string_view name) { return object.text(name, longest_text); };
      inputs.push_back({member("source"), member("file"), member("sha256"), member("dated"), object.whole_number("lines", 0, whole, 0)});
    });
  defects.refuse("inputs", remedy());
  return inputs;
}

std::string label_of(const CampaignInput& input) {
  for (std::size_t i = 0; i < review_source_count; ++i)
    if (const auto source = static_cast<ReviewSource>(i); input.source == word_of(source)) return label_of(source);
  return input.source; // a word of a newer version
}

} // namespace hdskit
