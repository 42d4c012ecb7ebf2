#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/lint_rules.hpp"
#include "toolkit/risk/threat.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// Everybody whose risk it is decided to bear or to avoid it: no measure is waited for.
bool is_decided_otherwise(const LintView& view, std::string_view scenario) {
  const auto& risks = view.risks_grown_into(scenario);
  return !risks.empty() && std::ranges::all_of(risks, [](const Risk* risk) { return risk->strategy == Strategy::accept || risk->strategy == Strategy::avoid; });
}

std::string word_of(const std::vector<ScaleWord>& words, int grade) {
  const auto place = static_cast<std::size_t>(grade - 1);
  return grade >= 1 && place < words.size() ? words[place].in_current_language() : std::to_string(grade);
}

/// The gravity that a strategic scenario would have without a forced one.
int gravity_of_events(const LintView& view, StrategicScenario scenario) {
  scenario.gravity = {};
  return gravity_of(view.index, scenario);
}

} // namespace

void find_unrated_pairs(const LintView& view, LintReport& report) {
  for (const auto& pair : view.study.source_objectives)
    if (pair.retention == Retention::retained && pertinence_of(pair) == 0)
      report.add(pair, tr("The pair {1} is retained, but its motivation, its resources or its activity is not rated: nothing shows why it was retained.",
                          {named(pair)}));
}

void find_unrated_stakeholders(const LintView& view, LintReport& report) {
  for (const auto& stakeholder : view.study.stakeholders)
    if (stakeholder.retention == Retention::retained && !threat_of(stakeholder))
      report.add(stakeholder, tr("The stakeholder {1} is retained, but its dependency, penetration, maturity or trust is not rated: its threat cannot be told.",
                                 {named(stakeholder)}));
}

void find_unrated_scenarios(const LintView& view, LintReport& report) {
  for (const auto& scenario : view.study.strategic_scenarios)
    if (gravity_of(view.index, scenario) == 0)
      report.add(scenario, tr("The strategic scenario {1} has no gravity: none of its feared events has one within the scale.", {named(scenario)}));
  for (std::size_t i = 0; i < view.likelihoods.size(); ++i) {
    const auto& scenario = view.study.operational_scenarios[i];
    const auto& likelihood = view.likelihoods[i];
    if (likelihood.value == 0 && likelihood.cycle.empty()) // a circle has its own rule
      report.add(scenario, tr("The operational scenario {1} has no likelihood. {2}", {named(scenario), likelihood.missing}));
  }
}

void find_circles(const LintView& view, LintReport& report) {
  for (std::size_t i = 0; i < view.likelihoods.size(); ++i) {
    const auto& scenario = view.study.operational_scenarios[i];
    if (const auto& cycle = view.likelihoods[i].cycle; !cycle.empty())
      report.add(scenario, tr("In the operational scenario {1}, actions come after each other in a circle: {2}. Such an attack never begins.",
                              {named(scenario), joined(cycle, " → ")}));
  }
}

void find_contradicted_graphs(const LintView& view, LintReport& report) {
  for (std::size_t i = 0; i < view.likelihoods.size(); ++i) {
    const auto& scenario = view.study.operational_scenarios[i];
    const auto& likelihood = view.likelihoods[i];
    if (!likelihood.forced || likelihood.computed == 0 || likelihood.computed == likelihood.value || !trimmed(scenario.justification).empty()) continue;
    const auto& words = view.study.scale.likelihood;
    report.add(scenario, tr("The likelihood of the operational scenario {1} is set to “{2}”, but its attack graph gives “{3}”, and no reason is given.",
                            {named(scenario), word_of(words, likelihood.value), word_of(words, likelihood.computed)}));
  }
}

void find_unexplained_forcing(const LintView& view, LintReport& report) {
  for (const auto& pair : view.study.source_objectives) {
    const int computed = computed_pertinence_of(pair);
    if (pair.pertinence && computed != 0 && pair.pertinence.value != computed && trimmed(pair.justification).empty())
      report.add(pair, tr("The pertinence of the pair {1} is set to {2}, but its ratings give {3}, and no reason is given.",
                          {named(pair), std::to_string(pair.pertinence.value), std::to_string(computed)}));
  }
  for (const auto& scenario : view.study.strategic_scenarios) {
    if (!scenario.gravity || !trimmed(scenario.justification).empty()) continue;
    const int computed = gravity_of_events(view, scenario);
    if (computed != 0 && scenario.gravity.value != computed)
      report.add(scenario, tr("The gravity of the strategic scenario {1} is set to “{2}”, but its feared events give “{3}”, and no reason is given.",
                              {named(scenario), word_of(view.study.scale.gravity, static_cast<int>(scenario.gravity.value)),
                               word_of(view.study.scale.gravity, computed)}));
  }
}

void find_untreated_scenarios(const LintView& view, LintReport& report) {
  for (const auto& scenario : view.study.strategic_scenarios)
    if (!view.is_treated(scenario) && !is_decided_otherwise(view, scenario.reference))
      report.add(scenario, tr("No measure serves the strategic scenario {1}: nothing will make it less likely or less grave.", {named(scenario)}));
  for (const auto& scenario : view.study.operational_scenarios)
    if (!view.is_treated(scenario) && !is_decided_otherwise(view, scenario.reference))
      report.add(scenario, tr("No measure serves the operational scenario {1}: nothing will make it less likely.", {named(scenario)}));
  for (const auto& risk : view.study.risks)
    if (risk.strategy == Strategy::reduce && !view.is_treated(risk))
      report.add(risk, tr("The risk {1} is to be reduced, but no measure serves it: add one, or decide otherwise.", {named(risk)}));
}

} // namespace hdskit
