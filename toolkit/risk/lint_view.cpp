#include "toolkit/risk/lint_rules.hpp"

#include <algorithm>

namespace hdskit {
namespace {

bool some_active(const std::vector<const Measure*>& measures) {
  return std::ranges::any_of(measures, [](const Measure* measure) { return measure->state != MeasureState::abandoned; });
}

std::vector<Likelihood> likelihoods_of(const StudyIndex& index) {
  std::vector<Likelihood> likelihoods;
  for (const auto& scenario : index.study().operational_scenarios) likelihoods.push_back(likelihood_of(index, scenario));
  return likelihoods;
}

} // namespace

LintView::LintView(const Study& studied, Date day)
    : study{studied}, index{studied}, assessments{assess_risks(index)}, likelihoods{likelihoods_of(index)}, today{day} {
  for (const auto& risk : study.risks)
    if (auto key = reference_key(risk.scenario); !key.empty()) grown_[std::move(key)].push_back(&risk);
}

const std::vector<const Risk*>& LintView::risks_grown_into(std::string_view scenario) const {
  static const std::vector<const Risk*> none;
  const auto found = grown_.find(reference_key(scenario));
  return found == grown_.end() ? none : found->second;
}

bool LintView::serves_scenario(std::string_view reference) const { return some_active(index.measures_of_scenario(reference)); }

bool LintView::serves_scenario_or_its_risks(std::string_view reference) const {
  return serves_scenario(reference) ||
         std::ranges::any_of(risks_grown_into(reference), [&](const Risk* risk) { return some_active(index.measures_of_risk(risk->reference)); });
}

const StrategicScenario* LintView::above(const OperationalScenario& scenario) const {
  const auto* path = index.attack_paths.find(scenario.attack_path);
  return path ? index.strategic_scenarios.find(path->strategic_scenario) : nullptr;
}

bool LintView::is_treated(const Risk& risk) const {
  if (some_active(index.measures_of_risk(risk.reference))) return true;
  if (risk.scenario.empty()) return false;
  if (serves_scenario(risk.scenario)) return true;
  if (const auto* operational = index.operational_scenarios.find(risk.scenario)) {
    const auto* strategic = above(*operational);
    return strategic && serves_scenario(strategic->reference);
  }
  const auto* strategic = index.strategic_scenarios.find(risk.scenario);
  return strategic && is_treated(*strategic);
}

bool LintView::is_treated(const OperationalScenario& scenario) const {
  const auto* strategic = above(scenario);
  return serves_scenario_or_its_risks(scenario.reference) || (strategic && serves_scenario(strategic->reference));
}

bool LintView::is_treated(const StrategicScenario& scenario) const {
  if (serves_scenario_or_its_risks(scenario.reference)) return true;
  for (const auto* path : index.paths_of(scenario))
    for (const auto* operational : index.scenarios_of(*path))
      if (serves_scenario_or_its_risks(operational->reference)) return true;
  return false;
}

void LintReport::add(std::string_view kind, std::string_view reference, std::string sentence) {
  findings_.push_back(
      {.rule = std::string{rule_}, .subject = std::string{kind} + " " + std::string{reference}, .verdict = Verdict::not_met, .sentence = std::move(sentence)});
}

} // namespace hdskit
