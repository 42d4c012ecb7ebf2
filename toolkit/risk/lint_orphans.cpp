#include "toolkit/base/translate.hpp"
#include "toolkit/risk/coverage.hpp"
#include "toolkit/risk/lint_rules.hpp"

#include <algorithm>
#include <unordered_set>

namespace hdskit {
namespace {

/// References that records of a list cite, by what tells a reference from another.
class Cited {
public:
  void add(const std::string& reference) { keys_.insert(reference_key(reference)); }
  void add(const std::vector<std::string>& references) {
    for (const auto& reference : references) add(reference);
  }
  template <typename Record> bool operator()(const Record& record) const { return keys_.contains(reference_key(record.reference)); }

private:
  std::unordered_set<std::string> keys_;
};

template <typename Record> Cited cited_in(const std::vector<Record>& records, auto Record::*member) {
  Cited cited;
  for (const auto& record : records) cited.add(record.*member);
  return cited;
}

template <typename Record> bool some_exist(const ByReference<Record>& known, const std::vector<std::string>& references) {
  return std::ranges::any_of(references, [&](const std::string& reference) { return known.find(reference) != nullptr; });
}

void find_in_framing(const LintView& view, LintReport& report) {
  const auto& study = view.study;
  const auto missions = cited_in(study.business_values, &BusinessValue::missions);
  for (const auto& mission : study.missions)
    if (!missions(mission)) report.add(mission, tr("No business value serves the mission {1}.", {named(mission)}));
  const auto feared = cited_in(study.feared_events, &FearedEvent::business_value);
  for (const auto& value : study.business_values)
    if (!feared(value)) report.add(value, tr("No feared event hurts the business value {1}: say what could happen to it, or remove it.", {named(value)}));
  for (const auto& asset : study.supporting_assets)
    if (!some_exist(view.index.business_values, asset.business_values))
      report.add(asset, tr("The supporting asset {1} carries no business value.", {named(asset)}));
  for (const auto& reference : feared_events_without_scenario(study))
    if (const auto* event = view.index.feared_events.find(reference); event && event->retention == Retention::retained)
      report.add(*event, tr("No strategic scenario and no risk leads to the feared event {1}, although it is retained.", {named(*event)}));
}

void find_in_sources(const LintView& view, LintReport& report) {
  const auto& study = view.study;
  const auto pairs = cited_in(study.strategic_scenarios, &StrategicScenario::source_objective);
  for (const auto& pair : study.source_objectives)
    if (pair.retention == Retention::retained && !pairs(pair))
      report.add(pair, tr("The pair {1} is retained, but no strategic scenario starts from it.", {named(pair)}));
  const auto passed = cited_in(study.attack_paths, &AttackPath::stakeholders);
  const auto served = cited_in(study.measures, &Measure::stakeholders);
  for (const auto& stakeholder : study.stakeholders)
    if (stakeholder.retention == Retention::retained && !passed(stakeholder) && !served(stakeholder))
      report.add(stakeholder, tr("The stakeholder {1} is retained, but no attack path passes it and no measure concerns it.", {named(stakeholder)}));
}

void find_in_scenarios(const LintView& view, LintReport& report) {
  const auto& study = view.study;
  for (const auto& scenario : study.strategic_scenarios)
    if (view.index.paths_of(scenario).empty()) report.add(scenario, tr("The strategic scenario {1} has no attack path.", {named(scenario)}));
  for (const auto& path : study.attack_paths)
    if (!view.index.strategic_scenarios.find(path.strategic_scenario))
      report.add(path, tr("The attack path {1} belongs to no strategic scenario.", {named(path)}));
  for (std::size_t i = 0; i < view.likelihoods.size(); ++i) {
    const auto& scenario = study.operational_scenarios[i];
    if (!view.index.attack_paths.find(scenario.attack_path))
      report.add(scenario, tr("The operational scenario {1} carries out no attack path.", {named(scenario)}));
    if (view.likelihoods[i].method != LikelihoodMethod::express && view.index.actions_of(scenario).empty())
      report.add(scenario, tr("The operational scenario {1} has no elementary action, which its method for likelihood asks for.", {named(scenario)}));
  }
  for (const auto& action : study.elementary_actions)
    if (!view.index.operational_scenarios.find(action.operational_scenario))
      report.add(action, tr("The elementary action {1} belongs to no operational scenario.", {named(action)}));
}

/// Serves nothing that exists; a measure that closes a gap of the baseline serves it.
void find_in_measures(const LintView& view, LintReport& report) {
  const auto closing = cited_in(view.study.baseline_items, &BaselineItem::measures);
  const auto& index = view.index;
  for (const auto& measure : view.study.measures) {
    const bool serves = some_exist(index.risks, measure.risks) || some_exist(index.stakeholders, measure.stakeholders) ||
                        some_exist(index.operational_scenarios, measure.scenarios) || some_exist(index.strategic_scenarios, measure.scenarios);
    if (!serves && !closing(measure) && measure.state != MeasureState::abandoned)
      report.add(measure, tr("The measure {1} serves no risk, no scenario, no stakeholder and closes no gap: say what it is for.", {named(measure)}));
  }
}

} // namespace

void find_orphans(const LintView& view, LintReport& report) {
  find_in_framing(view, report);
  find_in_sources(view, report);
  find_in_scenarios(view, report);
  find_in_measures(view, report);
}

} // namespace hdskit
