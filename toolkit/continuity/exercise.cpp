#include "toolkit/continuity/exercise.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(ExerciseKind) {
  static constexpr Choice choices[] = {{"table_top", marked("table-top")}, {"technical", marked("technical")}, {"full", marked("full")}};
  return choices;
}

std::span<const Choice> choices_of(ExerciseEntry::Kind) {
  static constexpr Choice choices[] = {{"note", marked("note")},
                                       {"decision", marked("decision")},
                                       {"step_done", marked("step done")},
                                       {"restored", marked("service restored")},
                                       {"gap", marked("gap")}};
  return choices;
}

std::span<const Choice> choices_of(CorrectionState) {
  static constexpr Choice choices[] = {{"open", marked("open")}, {"in_progress", marked("in progress")}, {"done", marked("done")}};
  return choices;
}

const RecordType<Exercise>& Exercise::type() {
  static const Field<Exercise> fields[] = {
      field<&Exercise::reference>("reference", marked("Reference"), Need::required),
      field<&Exercise::title>("title", marked("Title"), Need::required),
      field<&Exercise::kind>("kind", marked("Kind of exercise")),
      citing<&Exercise::plans>("plans", marked("Plans"), "continuity_plan"),
      citing<&Exercise::covers>("covers", marked("Covers"), "activity service component"),
      long_field<&Exercise::scenario>("scenario", marked("Scenario played")),
      field<&Exercise::planned_on>("planned_on", marked("Planned on")),
      field<&Exercise::held_on>("held_on", marked("Held on")),
      field<&Exercise::observer>("observer", marked("Observer")),
      field<&Exercise::achieved_rto>("achieved_rto", marked("Achieved recovery time")),
      field<&Exercise::achieved_rpo>("achieved_rpo", marked("Achieved recovery point")),
      long_field<&Exercise::conclusion>("conclusion", marked("Conclusion")),
      field<&Exercise::evidence>("evidence", marked("Evidence (code of the document)")),
  };
  static const RecordType<Exercise> type{"exercise", marked("exercise"), fields};
  return type;
}

const RecordType<ExerciseEntry>& ExerciseEntry::type() {
  static const Field<ExerciseEntry> fields[] = {
      citing<&ExerciseEntry::exercise>("exercise", marked("Exercise"), "exercise", Need::required),
      field<&ExerciseEntry::at>("at", marked("Moment"), Need::required),
      field<&ExerciseEntry::kind>("kind", marked("Kind of entry")),
      long_field<&ExerciseEntry::text>("text", marked("What happened"), Need::required),
      citing<&ExerciseEntry::step>("step", marked("Step"), "plan_step"),
      field<&ExerciseEntry::author>("author", marked("Author")),
  };
  static const RecordType<ExerciseEntry> type{"exercise_entry", marked("line of a chronicle"), fields};
  return type;
}

const RecordType<CorrectiveAction>& CorrectiveAction::type() {
  static const Field<CorrectiveAction> fields[] = {
      field<&CorrectiveAction::reference>("reference", marked("Reference"), Need::required),
      citing<&CorrectiveAction::exercise>("exercise", marked("Exercise"), "exercise"),
      long_field<&CorrectiveAction::gap>("gap", marked("Gap"), Need::required),
      long_field<&CorrectiveAction::action>("action", marked("Action")),
      field<&CorrectiveAction::owner>("owner", marked("Owner")),
      field<&CorrectiveAction::due>("due", marked("Due on")),
      field<&CorrectiveAction::state>("state", marked("State")),
      field<&CorrectiveAction::evidence>("evidence", marked("Evidence (code of the document)")),
  };
  static const RecordType<CorrectiveAction> type{"corrective_action", marked("corrective action"), fields};
  return type;
}

} // namespace hdskit
