#include "cli/risk_list_filter.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>

namespace hdskit::cli {
namespace {

constexpr std::string_view scenario_fields[] = {"scenario", "scenarios", "operational_scenario", "strategic_scenario"};

std::optional<int> level_of(const RiskScale& scale, const Arguments& arguments, std::string_view option) {
  if (!arguments.has(option)) return std::nullopt;
  const auto text = arguments.text(option);
  if (const auto level = grade_named(scale.classes, text)) return static_cast<int>(level.value);
  std::vector<std::string> words;
  for (const auto& word : scale.classes) words.push_back(word.in_current_language());
  throw Problem{ProblemKind::bad_input, text, tr("“{1}” is no level of the scale.", {text}), tr("These are: {1}", {joined(words, ", ")})};
}

/// The scenario itself, and of a strategic scenario also the operational ones of its attack paths.
bool belongs(const StudyIndex& index, const std::string& cited, const std::string& scenario) {
  if (cited.empty()) return false;
  if (folded(cited) == scenario) return true;
  const auto* operational = index.operational_scenarios.find(cited);
  const auto* path = operational ? index.attack_paths.find(operational->attack_path) : nullptr;
  return path && folded(path->strategic_scenario) == scenario;
}

bool contains(const std::string& text, const std::string& sought) { return sought.empty() || folded(text).find(sought) != std::string::npos; }

void refuse_where_absent(std::string_view kind, const Arguments& arguments, std::string_view option, std::span<const std::string_view> fields) {
  if (!arguments.has(option)) return;
  for (const auto& field : risk_kind(kind).fields)
    if (std::ranges::find(fields, field.name) != fields.end()) return;
  const auto name = "--" + std::string{option};
  throw Problem{ProblemKind::bad_input, name, tr("The option {1} says nothing about the kind {2}.", {name, kind}), tr("Leave it out.")};
}

void refuse_where_absent(std::string_view kind, const Arguments& arguments, std::string_view option, std::string_view field) {
  refuse_where_absent(kind, arguments, option, std::span{&field, 1});
}

} // namespace

RiskListFilter::RiskListFilter(const RiskScale& scale, std::string_view kind, const Arguments& arguments)
    : level_{level_of(scale, arguments, "level")}, residual_level_{level_of(scale, arguments, "residual-level")}, family_{folded(arguments.text("family"))},
      strategy_{arguments.text("strategy")}, owner_{folded(arguments.text("owner"))}, scenario_{folded(arguments.text("scenario"))} {
  refuse_where_absent(kind, arguments, "family", "family");
  refuse_where_absent(kind, arguments, "level", "level");
  refuse_where_absent(kind, arguments, "residual-level", "residual_level");
  refuse_where_absent(kind, arguments, "strategy", "strategy");
  refuse_where_absent(kind, arguments, "owner", "owner");
  refuse_where_absent(kind, arguments, "scenario", scenario_fields);
  for (const auto& word : split(folded(arguments.text("text")), ' '))
    if (!word.empty()) words_.push_back(word);
}

bool RiskListFilter::holds_words(const std::vector<std::string>& texts) const {
  if (words_.empty()) return true;
  const auto all = folded(joined(texts, "\n"));
  return std::ranges::all_of(words_, [&](const auto& word) { return all.find(word) != std::string::npos; });
}

bool RiskListFilter::takes(const StudyIndex& index, const RiskAssessment& assessment) const {
  const auto& risk = *assessment.risk;
  return (!level_ || assessment.initial.level == *level_) && (!residual_level_ || assessment.residual.level == *residual_level_) &&
         contains(risk.family, family_) && (strategy_.empty() || to_field_text(risk.strategy) == strategy_) && contains(risk.owner, owner_) &&
         (scenario_.empty() || belongs(index, risk.scenario, scenario_)) && (words_.empty() || holds_words(view_of(risk).values));
}

bool RiskListFilter::takes(const RecordKind& kind, const RecordView& record) const {
  bool of_scenario = scenario_.empty();
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const auto name = kind.fields[i].name;
    const auto& text = record.values[i];
    if ((name == "family" && !contains(text, family_)) || (name == "owner" && !contains(text, owner_))) return false;
    if (std::ranges::find(scenario_fields, name) == std::end(scenario_fields)) continue;
    for (const auto& cited : split(text, ';')) of_scenario = of_scenario || folded(trimmed(cited)) == scenario_;
  }
  return of_scenario && holds_words(record.values);
}

} // namespace hdskit::cli
