#include "toolkit/procedure/procedure_store.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/chronicle.hpp"
#include "toolkit/procedure/regime_reader.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace hdskit {
namespace {

std::shared_ptr<const Regime> frozen_regime(const Procedure& procedure) {
  return std::make_shared<const Regime>(regime_of(procedure.regime_xml, tr("the regime of “{1}”", {procedure.title})));
}

void put_in_order(std::vector<ProcedureEvent>& events) {
  std::ranges::stable_sort(events, {}, [](const ProcedureEvent& event) { return std::tie(event.date, event.id); });
}

std::vector<ProcedureEvent> events_of(const Workspace& workspace, ProcedureId id) {
  std::vector<ProcedureEvent> events;
  for (const auto& row : workspace.read("select id from procedure_event where procedure = :p1 order by id", {id.text()}))
    events.push_back(find_record<ProcedureEvent>(workspace, ProcedureEventId{std::stoll(row[0])}));
  put_in_order(events);
  return events;
}

} // namespace

std::vector<ProcedureCase> all_procedures(const Workspace& workspace) {
  std::unordered_map<std::int64_t, std::vector<ProcedureEvent>> events;
  for (auto& event : all_records<ProcedureEvent>(workspace)) events[event.procedure.number()].push_back(std::move(event));
  std::unordered_map<std::string, std::shared_ptr<const Regime>> regimes; // by their text
  std::vector<ProcedureCase> files;
  for (auto& procedure : all_records<Procedure>(workspace)) {
    auto& regime = regimes[procedure.regime_xml];
    if (!regime) regime = frozen_regime(procedure);
    auto& own = events[procedure.id.number()];
    put_in_order(own);
    files.push_back({std::move(procedure), regime, std::move(own)});
  }
  return files;
}

ProcedureCase find_procedure(const Workspace& workspace, ProcedureId id) {
  auto procedure = find_record<Procedure>(workspace, id);
  auto regime = frozen_regime(procedure);
  return {std::move(procedure), std::move(regime), events_of(workspace, id)};
}

Procedure start_procedure(Change& change, Procedure procedure) {
  procedure.regime = regime_of(procedure.regime_xml, procedure.regime).id;
  if (procedure.renews) find_record<Procedure>(change.workspace(), procedure.renews);
  return add_record(change, std::move(procedure));
}

ProcedureEvent record_event(Change& change, ProcedureEvent event, Date today) {
  check_event(find_procedure(change.workspace(), event.procedure), event, today);
  return add_record(change, std::move(event));
}

} // namespace hdskit
