#include "toolkit/procedure/procedure.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(ProcedureCalendar) {
  static constexpr Choice choices[] = {
      {"regime", marked("that of the regime")}, {"FR", marked("France")}, {"FR-ALSACE-MOSELLE", marked("Alsace and Moselle")}, {"NONE", marked("no holidays")}};
  return choices;
}

std::span<const Choice> choices_of(EventKind) {
  static constexpr Choice choices[] = {{"filed", marked("filing")},
                                       {"received", marked("reception of the file")},
                                       {"extended", marked("extension of the limit")},
                                       {"opinion", marked("opinion")},
                                       {"decision", marked("decision")},
                                       {"suspended", marked("suspension of the limit")},
                                       {"resumed", marked("end of the suspension")},
                                       {"waived", marked("stage not needed")},
                                       {"done", marked("duty done")},
                                       {"withdrawn", marked("request taken back")}};
  return choices;
}

std::span<const Choice> choices_of(Favour) {
  static constexpr Choice choices[] = {{"unsaid", marked("not said")}, {"favourable", marked("favourable")}, {"unfavourable", marked("unfavourable")}};
  return choices;
}

bool is_outcome(EventKind kind) { return kind == EventKind::opinion || kind == EventKind::decision || kind == EventKind::waived; }

const RecordType<Procedure>& Procedure::type() {
  static const Field<Procedure> fields[] = {
      field<&Procedure::title>("title", marked("Title"), Need::required),
      field<&Procedure::regime>("regime", marked("Regime"), Need::required),
      long_field<&Procedure::regime_xml>("regime_xml", marked("Text of the regime"), Need::required),
      field<&Procedure::calendar>("calendar", marked("Calendar")),
      field<&Procedure::started_on>("started_on", marked("Started on")),
      field<&Procedure::drafting_months>("drafting_months", marked("Months of drafting")),
      field<&Procedure::renews>("renews", marked("Renews")),
      field<&Procedure::owner>("owner", marked("Owner")),
      long_field<&Procedure::note>("note", marked("Note")),
  };
  static const RecordType<Procedure> type{"procedure", marked("procedure"), fields};
  return type;
}

const RecordType<ProcedureEvent>& ProcedureEvent::type() {
  static const Field<ProcedureEvent> fields[] = {
      field<&ProcedureEvent::procedure>("procedure", marked("Procedure"), Need::required),
      field<&ProcedureEvent::stage>("stage", marked("Stage")),
      field<&ProcedureEvent::kind>("kind", marked("Kind"), Need::required),
      field<&ProcedureEvent::date>("date", marked("Date"), Need::required),
      field<&ProcedureEvent::time_of_day>("time_of_day", marked("Time of day")),
      field<&ProcedureEvent::favourable>("favourable", marked("Favourable")),
      field<&ProcedureEvent::evidence>("evidence", marked("Evidence")),
      long_field<&ProcedureEvent::note>("note", marked("Note")),
  };
  static const RecordType<ProcedureEvent> type{"procedure_event", marked("event of a procedure"), fields};
  return type;
}

} // namespace hdskit
