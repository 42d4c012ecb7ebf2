#pragma once

#include "toolkit/continuity/plan.hpp"

namespace hdskit {

using ExerciseId = Id<struct ExerciseTag>;
using ExerciseEntryId = Id<struct ExerciseEntryTag>;
using CorrectiveActionId = Id<struct CorrectiveActionTag>;

/// What was tried out, and what was achieved.
enum class ExerciseKind { table_top, technical, full };
std::span<const Choice> choices_of(ExerciseKind);
struct Exercise {
  ExerciseId id;
  std::string reference, title, scenario, observer, conclusion;
  ExerciseKind kind = ExerciseKind::table_top;
  std::vector<std::string> plans;
  std::vector<std::string> covers; ///< activities, services, components that were really exercised
  std::optional<Date> planned_on, held_on;
  std::optional<Minutes> achieved_rto, achieved_rpo;
  std::string evidence; ///< code of the report
  static const RecordType<Exercise>& type();
};

/// A line of the chronicle: what happened at what moment of the exercise.
struct ExerciseEntry {
  ExerciseEntryId id;
  std::string exercise;
  std::string at;                 ///< local date and time "2026-03-12T14:05:30"; order of the lines
  std::string text, step, author; ///< step: reference of a step of the plan that this line ends
  enum class Kind { note, decision, step_done, restored, gap } kind = Kind::note;
  static const RecordType<ExerciseEntry>& type();
};
std::span<const Choice> choices_of(ExerciseEntry::Kind);

/// What an exercise showed to be missing, and who mends it until when.
enum class CorrectionState { open, in_progress, done };
std::span<const Choice> choices_of(CorrectionState);
struct CorrectiveAction {
  CorrectiveActionId id;
  std::string reference, exercise, gap, action, owner, evidence;
  std::optional<Date> due;
  CorrectionState state = CorrectionState::open;
  static const RecordType<CorrectiveAction>& type();
};

} // namespace hdskit
