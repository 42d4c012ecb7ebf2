#pragma once

#include "toolkit/procedure/procedure.hpp"
#include "toolkit/procedure/stage_count.hpp"

namespace hdskit {

/// The clock stood still from a day on; without end, it still does.
struct Suspension {
  Date from;
  std::optional<Date> to;
};

/// What was recorded of one stage.
struct StageChronicle {
  std::optional<Date> received, first_event, last_event;
  std::vector<Date> extensions;
  const ProcedureEvent* outcome = nullptr; ///< the opinion, the decision, or that it is not needed
  std::vector<Suspension> suspensions;

  bool is_suspended() const { return !suspensions.empty() && !suspensions.back().to; }
};

/// What was recorded of a procedure, sorted by what it concerns. Refers to the case, which must live as long.
struct Chronicle {
  explicit Chronicle(const ProcedureCase& file);

  const ProcedureEvent* filed = nullptr;
  const ProcedureEvent* withdrawn = nullptr;
  std::vector<StageChronicle> stages; ///< one per stage of the regime, in its order
  CountingChoice choice;              ///< calendar of the procedure, hour of the filing

  std::optional<Date> filed_on() const { return filed ? filed->date : std::nullopt; }
};

/// Days during which the clock stood still, up to `until` for a suspension that goes on.
int suspended_days(const StageChronicle& stage, Date until);

/// Whether `event` may be added to what was recorded. Throws Problem bad_input, or not_found for a stage that the regime does not hold: an event before
/// its trigger, a second outcome, an extension that no text gives, a day still to come…
void check_event(const ProcedureCase& file, const ProcedureEvent& event, Date today);

} // namespace hdskit
