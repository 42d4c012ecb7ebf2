#include "toolkit/risk/study_index.hpp"

namespace hdskit {
namespace {

template <typename Lists, typename Record> void enter(Lists& lists, std::string_view reference, const Record& record) {
  if (auto key = reference_key(reference); !key.empty()) lists[std::move(key)].push_back(&record);
}

template <typename Lists> const typename Lists::mapped_type& listed(const Lists& lists, std::string_view reference) {
  static const typename Lists::mapped_type none;
  const auto found = lists.find(reference_key(reference));
  return found == lists.end() ? none : found->second;
}

} // namespace

StudyIndex::StudyIndex(const Study& study)
    : missions{study.missions}, business_values{study.business_values}, supporting_assets{study.supporting_assets}, feared_events{study.feared_events},
      source_objectives{study.source_objectives}, stakeholders{study.stakeholders}, strategic_scenarios{study.strategic_scenarios},
      attack_paths{study.attack_paths}, operational_scenarios{study.operational_scenarios}, risks{study.risks}, measures{study.measures}, study_{study} {
  for (const auto& action : study.elementary_actions) enter(actions_, action.operational_scenario, action);
  for (const auto& path : study.attack_paths) enter(paths_, path.strategic_scenario, path);
  for (const auto& scenario : study.operational_scenarios) enter(path_scenarios_, scenario.attack_path, scenario);
  for (const auto& measure : study.measures) {
    for (const auto& reference : measure.risks) enter(risk_measures_, reference, measure);
    for (const auto& reference : measure.scenarios) enter(scenario_measures_, reference, measure);
    for (const auto& reference : measure.stakeholders) enter(stakeholder_measures_, reference, measure);
  }
}

const std::vector<const ElementaryAction*>& StudyIndex::actions_of(const OperationalScenario& scenario) const { return listed(actions_, scenario.reference); }
const std::vector<const Measure*>& StudyIndex::measures_of_risk(std::string_view reference) const { return listed(risk_measures_, reference); }
const std::vector<const Measure*>& StudyIndex::measures_of_scenario(std::string_view reference) const { return listed(scenario_measures_, reference); }
const std::vector<const Measure*>& StudyIndex::measures_of_stakeholder(std::string_view reference) const { return listed(stakeholder_measures_, reference); }
const std::vector<const AttackPath*>& StudyIndex::paths_of(const StrategicScenario& scenario) const { return listed(paths_, scenario.reference); }
const std::vector<const OperationalScenario*>& StudyIndex::scenarios_of(const AttackPath& path) const { return listed(path_scenarios_, path.reference); }

} // namespace hdskit
