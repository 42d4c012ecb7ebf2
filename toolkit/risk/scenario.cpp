#include "toolkit/risk/scenario.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(SourceProfile) {
  static constexpr Choice choices[] = {{"state", marked("state")},
                                       {"organised_crime", marked("organised crime")},
                                       {"terrorist", marked("terrorist")},
                                       {"activist", marked("ideological activist")},
                                       {"competitor", marked("competitor")},
                                       {"specialist", marked("specialised office")},
                                       {"amateur", marked("amateur")},
                                       {"avenger", marked("avenger")},
                                       {"insider", marked("malicious insider")},
                                       {"negligent", marked("clumsy or careless person")}};
  return choices;
}

std::span<const Choice> choices_of(StakeholderCategory) {
  static constexpr Choice choices[] = {
      {"client", marked("client")}, {"partner", marked("partner")}, {"provider", marked("provider")}, {"internal", marked("internal")}};
  return choices;
}

std::span<const Choice> choices_of(OperationalScenario::Method) {
  static constexpr Choice choices[] = {
      {"of_study", marked("that of the study")}, {"express", marked("express")}, {"standard", marked("standard")}, {"advanced", marked("advanced")}};
  return choices;
}

std::span<const Choice> choices_of(AttackPhase) {
  static constexpr Choice choices[] = {{"know", marked("know")}, {"enter", marked("enter")}, {"find", marked("find")}, {"exploit", marked("exploit")}};
  return choices;
}

std::span<const Choice> choices_of(ActionNeed) {
  static constexpr Choice choices[] = {{"any", marked("one of them")}, {"all", marked("all of them")}};
  return choices;
}

const RecordType<SourceObjective>& SourceObjective::type() {
  static const Field<SourceObjective> fields[] = {
      field<&SourceObjective::reference>("reference", marked("Reference"), Need::required),
      field<&SourceObjective::source>("source", marked("Risk source"), Need::required),
      field<&SourceObjective::profile>("profile", marked("Profile")),
      field<&SourceObjective::objective>("objective", marked("Objective aimed at"), Need::required),
      rating<&SourceObjective::motivation>("motivation", marked("Motivation")),
      rating<&SourceObjective::resources>("resources", marked("Resources")),
      rating<&SourceObjective::activity>("activity", marked("Activity")),
      rating<&SourceObjective::pertinence>("pertinence", marked("Forced pertinence")),
      long_field<&SourceObjective::justification>("justification", marked("Justification")),
      field<&SourceObjective::retention>("retention", marked("Retention")),
      citing<&SourceObjective::feared_events>("feared_events", marked("Feared events"), "feared_event"),
  };
  static const RecordType<SourceObjective> type{"source_objective", marked("risk source and objective"), fields};
  return type;
}

const RecordType<Stakeholder>& Stakeholder::type() {
  static const Field<Stakeholder> fields[] = {
      field<&Stakeholder::reference>("reference", marked("Reference"), Need::required),
      field<&Stakeholder::name>("name", marked("Name"), Need::required),
      field<&Stakeholder::category>("category", marked("Category")),
      citing<&Stakeholder::subcontractor>("subcontractor", marked("Subcontractor"), "subcontractor"),
      rating<&Stakeholder::dependency>("dependency", marked("Dependency")),
      rating<&Stakeholder::penetration>("penetration", marked("Penetration")),
      rating<&Stakeholder::maturity>("maturity", marked("Cyber maturity")),
      rating<&Stakeholder::trust>("trust", marked("Trust")),
      rating<&Stakeholder::residual_dependency>("residual_dependency", marked("Residual dependency")),
      rating<&Stakeholder::residual_penetration>("residual_penetration", marked("Residual penetration")),
      rating<&Stakeholder::residual_maturity>("residual_maturity", marked("Residual cyber maturity")),
      rating<&Stakeholder::residual_trust>("residual_trust", marked("Residual trust")),
      long_field<&Stakeholder::justification>("justification", marked("Justification")),
      field<&Stakeholder::retention>("retention", marked("Retention")),
      long_field<&Stakeholder::description>("description", marked("Description")),
  };
  static const RecordType<Stakeholder> type{"stakeholder", marked("stakeholder"), fields};
  return type;
}

const RecordType<StrategicScenario>& StrategicScenario::type() {
  static const Field<StrategicScenario> fields[] = {
      field<&StrategicScenario::reference>("reference", marked("Reference"), Need::required),
      field<&StrategicScenario::name>("name", marked("Name"), Need::required),
      citing<&StrategicScenario::source_objective>("source_objective", marked("Risk source and objective"), "source_objective"),
      citing<&StrategicScenario::feared_events>("feared_events", marked("Feared events"), "feared_event"),
      rating<&StrategicScenario::gravity>("gravity", marked("Forced gravity")),
      long_field<&StrategicScenario::justification>("justification", marked("Justification")),
      long_field<&StrategicScenario::description>("description", marked("Description")),
  };
  static const RecordType<StrategicScenario> type{"strategic_scenario", marked("strategic scenario"), fields};
  return type;
}

const RecordType<AttackPath>& AttackPath::type() {
  static const Field<AttackPath> fields[] = {
      field<&AttackPath::reference>("reference", marked("Reference"), Need::required),
      field<&AttackPath::name>("name", marked("Name"), Need::required),
      citing<&AttackPath::strategic_scenario>("strategic_scenario", marked("Strategic scenario"), "strategic_scenario"),
      citing<&AttackPath::stakeholders>("stakeholders", marked("Stakeholders passed"), "stakeholder"),
      field<&AttackPath::steps>("steps", marked("Intermediate events")),
      long_field<&AttackPath::description>("description", marked("Description")),
  };
  static const RecordType<AttackPath> type{"attack_path", marked("attack path"), fields};
  return type;
}

const RecordType<OperationalScenario>& OperationalScenario::type() {
  static const Field<OperationalScenario> fields[] = {
      field<&OperationalScenario::reference>("reference", marked("Reference"), Need::required),
      field<&OperationalScenario::name>("name", marked("Name"), Need::required),
      citing<&OperationalScenario::attack_path>("attack_path", marked("Attack path"), "attack_path"),
      field<&OperationalScenario::method>("method", marked("Method for likelihood")),
      rating<&OperationalScenario::likelihood>("likelihood", marked("Likelihood (express or forced)")),
      long_field<&OperationalScenario::justification>("justification", marked("Justification")),
      long_field<&OperationalScenario::description>("description", marked("Description")),
  };
  static const RecordType<OperationalScenario> type{"operational_scenario", marked("operational scenario"), fields};
  return type;
}

const RecordType<ElementaryAction>& ElementaryAction::type() {
  static const Field<ElementaryAction> fields[] = {
      field<&ElementaryAction::reference>("reference", marked("Reference"), Need::required),
      field<&ElementaryAction::name>("name", marked("Name"), Need::required),
      citing<&ElementaryAction::operational_scenario>("operational_scenario", marked("Operational scenario"), "operational_scenario", Need::required),
      field<&ElementaryAction::phase>("phase", marked("Phase")),
      citing<&ElementaryAction::supporting_asset>("supporting_asset", marked("Supporting asset"), "supporting_asset"),
      citing<&ElementaryAction::after>("after", marked("Comes after"), "elementary_action"),
      field<&ElementaryAction::needs>("needs", marked("Needs")),
      rating<&ElementaryAction::probability>("probability", marked("Probability of success")),
      rating<&ElementaryAction::difficulty>("difficulty", marked("Technical difficulty")),
      long_field<&ElementaryAction::justification>("justification", marked("Justification")),
  };
  static const RecordType<ElementaryAction> type{"elementary_action", marked("elementary action"), fields};
  return type;
}

} // namespace hdskit
