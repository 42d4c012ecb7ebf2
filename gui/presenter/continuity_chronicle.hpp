#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/continuity/exercise.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// The chronicle of an exercise while it is held. Start, pauses and end are lines like the others, known by the sign that they begin with, so that a program
// that was ended in the middle finds all of it again.

inline constexpr std::string_view start_sign = "▶", pause_sign = "⏸", end_sign = "■";

/// The clock in Paris, to the second, as lines bear it: "2026-03-12T14:05:30".
std::string local_moment(Instant now);
/// Seconds of such a moment on its own clock; nothing when it cannot be read.
std::optional<std::int64_t> moment_seconds(std::string_view at);

/// What the lines make of the time that has passed; pauses do not count.
struct Stopwatch {
  bool started = false, running = false, ended = false;
  std::int64_t seconds = 0;
};
/// `lines` in order; `now` as moment_seconds() counts. Lines without a start begin with the first of them, and end with the last.
Stopwatch stopwatch_of(const std::vector<ExerciseEntry>& lines, std::int64_t now);
std::string shown_seconds(std::int64_t seconds); ///< "1:02:03"

/// What the lines say at the end.
struct ExerciseEnding {
  std::optional<Minutes> rto; ///< running time until the last thing was restored, rounded up
  std::optional<Minutes> rpo; ///< the greatest loss of data that a line tells: “RPO 15 min”, in French “PDMA 15 min”
  std::vector<std::string> gaps;
};
ExerciseEnding ending_of(const std::vector<ExerciseEntry>& lines);

/// One exercise, its lines, and what may be noted next. Every line is in the workspace as soon as it is noted.
class LiveChronicle {
public:
  /// Throws Problem not_found.
  LiveChronicle(Session& session, std::string exercise);
  void reload(); ///< the workspace has another revision

  std::string title() const;
  const std::vector<ExerciseEntry>& lines() const { return lines_; }
  ListRows rows() const; ///< the latest first
  Stopwatch stopwatch() const;
  std::string stopwatch_words() const; ///< “running since 14:05”, “paused”, “not started”

  std::vector<FormChoice> steps() const;  ///< of the plans of the exercise, those not done yet first
  std::vector<FormChoice> things() const; ///< services and components that it covers or that its steps restore, those not restored yet first

  /// Writes a line at this moment; the first one starts the stopwatch. `about`: reference of the step that is done, or of what is restored, whose name stands
  /// for an empty text. Throws Problem bad_input when there is nothing to note.
  void note(ExerciseEntry::Kind kind, const std::string& text, const std::string& about = {});
  void start_or_pause(); ///< also goes on after a pause, or after the end

  std::string ending_words() const; ///< what end() would record
  /// Ends the stopwatch; records the day, the achieved times where none are recorded yet, and a corrective action for each gap that has none. The sentence to
  /// tell.
  std::string end();

private:
  void add(Change& change, ExerciseEntry::Kind kind, const std::string& text, const std::string& step) const;
  std::string text_about(ExerciseEntry::Kind kind, const std::string& about) const;
  bool is_told(ExerciseEntry::Kind kind, const std::string& reference) const;

  Session& session_;
  Exercise exercise_;
  std::vector<ExerciseEntry> lines_;
};

} // namespace hdskit::gui
