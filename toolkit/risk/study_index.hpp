#pragma once

#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/risk/study.hpp"

#include <string_view>
#include <unordered_map>

namespace hdskit {

/// What the rules ask a study again and again. Points into the study, which must outlive it unchanged.
class StudyIndex {
public:
  explicit StudyIndex(const Study& study);
  const Study& study() const { return study_; }

  ByReference<Mission> missions;
  ByReference<BusinessValue> business_values;
  ByReference<SupportingAsset> supporting_assets;
  ByReference<FearedEvent> feared_events;
  ByReference<SourceObjective> source_objectives;
  ByReference<Stakeholder> stakeholders;
  ByReference<StrategicScenario> strategic_scenarios;
  ByReference<AttackPath> attack_paths;
  ByReference<OperationalScenario> operational_scenarios;
  ByReference<Risk> risks;
  ByReference<Measure> measures;

  const std::vector<const ElementaryAction*>& actions_of(const OperationalScenario& scenario) const; ///< in the order recorded
  const std::vector<const Measure*>& measures_of_risk(std::string_view reference) const;             ///< abandoned ones too
  const std::vector<const Measure*>& measures_of_scenario(std::string_view reference) const;
  const std::vector<const Measure*>& measures_of_stakeholder(std::string_view reference) const;
  const std::vector<const AttackPath*>& paths_of(const StrategicScenario& scenario) const;
  const std::vector<const OperationalScenario*>& scenarios_of(const AttackPath& path) const;

private:
  template <typename Record> using Lists = std::unordered_map<std::string, std::vector<const Record*>>;
  const Study& study_;
  Lists<ElementaryAction> actions_;
  Lists<Measure> risk_measures_, scenario_measures_, stakeholder_measures_;
  Lists<AttackPath> paths_;
  Lists<OperationalScenario> path_scenarios_;
};

} // namespace hdskit
