#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/study_change.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit {
namespace {

StrategicScenario strategic_scenario_of(const Risk& risk) {
  StrategicScenario scenario;
  scenario.name = risk.name;
  scenario.feared_events = risk.feared_events;
  scenario.description = risk.cause;
  scenario.justification = risk.justification;
  return scenario;
}

} // namespace

std::string grow_risk(Change& change, std::string_view reference) {
  const auto& kind = risk_kind(Risk::type().kind);
  const auto risk = find_record<Risk>(change.workspace(), RiskId{record_referenced(change.workspace(), kind, reference)});
  if (!risk.scenario.empty())
    throw Problem{ProblemKind::refused, risk.reference, tr("The risk {1} has grown into the scenario {2} already.", {risk.reference, risk.scenario}),
                  tr("Go on in that scenario, or empty “{1}” of the risk first; nothing was changed.", {tr(Risk::type().find("scenario")->label)})};
  const auto strategic = add_to_study(change, strategic_scenario_of(risk));
  AttackPath path;
  path.name = risk.name;
  path.strategic_scenario = strategic.reference;
  path = add_to_study(change, path);
  OperationalScenario operational;
  operational.name = risk.name;
  operational.attack_path = path.reference;
  operational.description = risk.cause;
  operational = add_to_study(change, operational);
  kind.edit(change, risk.id.number(), {{"scenario", operational.reference}});
  return operational.reference;
}

} // namespace hdskit
