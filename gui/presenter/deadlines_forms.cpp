#include "gui/presenter/deadlines_procedures.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/procedure/chronicle.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/procedure/regime_reader.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

// The fields of each form by their names; what is not a field of the record stands aside.
constexpr std::string_view filed_on = "filed_on";
constexpr std::string_view procedure_names[] = {"regime", "title", filed_on, "owner", "renews", "calendar", "drafting_months", "note"};
constexpr std::string_view event_names[] = {"stage", "kind", "date", "favourable", "evidence", "time_of_day", "note"};

template <typename Record, std::size_t count> std::vector<FormField> fields_named(const std::string_view (&names)[count]) {
  const auto all = form_fields<Record>();
  std::vector<FormField> chosen;
  for (const auto name : names) {
    const auto found = std::ranges::find(all, name, &FormField::name);
    chosen.push_back(found != all.end() ? *found : FormField{.name = std::string{name}});
  }
  return chosen;
}

template <std::size_t count> std::size_t place_of(const std::string_view (&names)[count], std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(names, name) - std::begin(names));
}

template <typename Record, std::size_t count> Record record_of(const std::string_view (&names)[count], const std::vector<std::string>& values) {
  Record record;
  for (std::size_t i = 0; i < count; ++i)
    if (const auto* field = Record::type().find(names[i])) field->set(record, values.at(i));
  return record;
}

void offer(FormField& field, std::vector<FormChoice> choices) {
  field.kind = FieldKind::choice;
  field.choices = std::move(choices);
}

FormField day_of_filing(const std::vector<FormField>& dates) {
  auto field = *std::ranges::find(dates, "started_on", &FormField::name);
  field.name = filed_on;
  field.label = tr("Filed on");
  field.required = false;
  field.hint = tr("empty while the file is being written");
  return field;
}

/// The event that the stage waits for.
EventKind next_kind(const Regime& regime, const Stage& stage, const StageStanding& here, const StageChronicle& recorded) {
  if (here.state == StageState::suspended) return EventKind::resumed;
  if (stage.trigger.reception && !recorded.received && here.state == StageState::running) return EventKind::received;
  return stage.id == regime.decides || stage.actor == StageActor::host ? EventKind::decision : EventKind::opinion;
}

ProcedureEvent next_event(const ProcedureCase& file, const ProcedureStanding& standing, Date today) {
  ProcedureEvent event;
  event.date = today;
  if (!standing.filed) return event;
  const auto& regime = *file.regime;
  const Chronicle chronicle{file};
  for (std::size_t i = 0; i < standing.stages.size(); ++i) {
    const auto& here = standing.stages[i];
    if (standing.state != ProcedureState::under_way) break;
    if (here.state != StageState::running && here.state != StageState::late && here.state != StageState::suspended) continue;
    event.stage = here.id;
    event.kind = next_kind(regime, regime.stages[i], here, chronicle.stages[i]);
    if (event.kind == EventKind::decision) event.favourable = Favour::favourable;
    return event;
  }
  event.kind = EventKind::done;
  if (const auto duty = std::ranges::min_element(standing.duties, {}, &DutyStanding::due); duty != standing.duties.end()) event.stage = duty->id;
  else event.kind = EventKind::withdrawn;
  return event;
}

} // namespace

std::vector<FormField> new_procedure_fields(const Workspace& workspace) {
  auto fields = fields_named<Procedure>(procedure_names);
  std::vector<FormChoice> regimes, procedures{{"", tr("(none)")}};
  for (const auto& id : shipped_regime_ids()) regimes.push_back({id, regime_of(shipped_regime(id), id).title.in_current_language()});
  for (const auto& procedure : all_records<Procedure>(workspace)) procedures.push_back({procedure.id.text(), procedure.title});
  offer(fields[place_of(procedure_names, "regime")], std::move(regimes));
  offer(fields[place_of(procedure_names, "renews")], std::move(procedures));
  fields[place_of(procedure_names, filed_on)] = day_of_filing(form_fields<Procedure>());
  fields[place_of(procedure_names, "owner")].hint = tr("a name as in the organisation: reminders go to that person");
  fields[place_of(procedure_names, "drafting_months")].hint = tr("how long the hospital takes to write its file; 12 if empty");
  return fields;
}

std::string start_procedure_from(Session& session, const std::vector<std::string>& values) {
  auto procedure = record_of<Procedure>(procedure_names, values);
  const auto filed = Date::parse(values.at(place_of(procedure_names, filed_on)));
  procedure.regime_xml = shipped_regime(procedure.regime);
  procedure.started_on = filed.value_or(session.today());
  session.change(tr("start of the procedure “{1}”", {procedure.title}), [&](Change& change) {
    procedure = start_procedure(change, procedure);
    if (filed) record_event(change, {.procedure = procedure.id, .kind = EventKind::filed, .date = filed}, session.today());
  });
  return procedure.id.text();
}

std::vector<FormField> event_fields(const Workspace& workspace, const ProcedureCase& file) {
  auto fields = fields_named<ProcedureEvent>(event_names);
  std::vector<FormChoice> stages{{"", tr("the whole procedure")}};
  for (const auto& stage : file.regime->stages)
    stages.push_back({stage.id, tr("{1}: {2}", {stage.owner.in_current_language(), stage.title.in_current_language()})});
  for (const auto& duty : file.regime->duties) stages.push_back({duty.id, tr("Duty: {1}", {duty.title.in_current_language()})});
  offer(fields[place_of(event_names, "stage")], std::move(stages));
  fields[place_of(event_names, "kind")].label = tr("What happened");
  auto& evidence = fields[place_of(event_names, "evidence")];
  evidence.label = tr("Proof");
  evidence.hint = tr("code of the document that proves it");
  evidence.normalise = [&workspace](std::string_view code) { return trimmed(code).empty() ? std::string{} : find_evidence(workspace, trimmed(code)).code; };
  fields[place_of(event_names, "time_of_day")].hint = tr("18:30; only for limits in hours");
  return fields;
}

std::vector<std::string> proposed_event(const ProcedureCase& file, const ProcedureStanding& standing, Date today) {
  const auto event = next_event(file, standing, today);
  std::vector<std::string> values;
  for (const auto name : event_names) values.push_back(ProcedureEvent::type().find(name)->get(event));
  return values;
}

std::string record_event_from(Session& session, const ProcedureCase& file, const std::vector<std::string>& values) {
  auto event = record_of<ProcedureEvent>(event_names, values);
  event.procedure = file.procedure.id;
  const auto what = tr(choices_of(event.kind)[static_cast<std::size_t>(event.kind)].label);
  session.change(tr("{1} in the procedure “{2}”", {what, file.procedure.title}), [&](Change& change) { record_event(change, event, session.today()); });
  return tr("Recorded: {1}, {2}.", {what, tr_date(*event.date)});
}

} // namespace hdskit::gui
