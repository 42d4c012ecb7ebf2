#pragma once

#include "toolkit/risk/risk.hpp"
#include "toolkit/risk/scale.hpp"

namespace hdskit {

/// A whole risk study with the scale that it is judged by. Records in the order in which they were recorded.
struct Study {
  RiskScale scale;
  RiskStudy frame; ///< all empty until somebody framed it
  std::vector<Mission> missions;
  std::vector<BusinessValue> business_values;
  std::vector<SupportingAsset> supporting_assets;
  std::vector<FearedEvent> feared_events;
  std::vector<BaselineItem> baseline_items;
  std::vector<SourceObjective> source_objectives;
  std::vector<Stakeholder> stakeholders;
  std::vector<StrategicScenario> strategic_scenarios;
  std::vector<AttackPath> attack_paths;
  std::vector<OperationalScenario> operational_scenarios;
  std::vector<ElementaryAction> elementary_actions;
  std::vector<Risk> risks;
  std::vector<Measure> measures;
};

/// Calls visit(key, list) for each list of a study, with its key in the documented format: "missions", "business_values", …
template <typename AnyStudy, typename Visit> void for_each_list(AnyStudy& study, Visit visit) {
  visit("missions", study.missions);
  visit("business_values", study.business_values);
  visit("supporting_assets", study.supporting_assets);
  visit("feared_events", study.feared_events);
  visit("baseline_items", study.baseline_items);
  visit("source_objectives", study.source_objectives);
  visit("stakeholders", study.stakeholders);
  visit("strategic_scenarios", study.strategic_scenarios);
  visit("attack_paths", study.attack_paths);
  visit("operational_scenarios", study.operational_scenarios);
  visit("elementary_actions", study.elementary_actions);
  visit("risks", study.risks);
  visit("measures", study.measures);
}

} // namespace hdskit
