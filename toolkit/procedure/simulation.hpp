#pragma once

#include "toolkit/procedure/appeal.hpp"
#include "toolkit/procedure/stage_count.hpp"

namespace hdskit {

/// One stage when every answer is given, and handed over, on the last day of its limit.
struct SimulatedStage {
  std::string id;
  std::optional<Date> start, start_extended;   ///< unknown behind a stage without limit or usual time
  std::optional<Date> latest, latest_extended; ///< the last day; with every extension taken, here and before. None without a limit
  std::optional<Date> moved, moved_extended;   ///< what the other reading of an end on a day off would give, when it differs
  std::optional<Date> by_stages;               ///< latest_extended, had each extension been counted from the end before, when that differs
  std::optional<std::string> last_moment;      ///< for a limit in hours
  std::optional<Date> implicit_decision, implicit_decision_extended; ///< the day on which silence decides, when it does
  std::optional<Date> planned, planned_extended;                     ///< the end for the stages behind: the last day, or the usual time
};

struct Simulation {
  Date filed;
  HolidayCalendar calendar = HolidayCalendar::france;
  std::vector<SimulatedStage> stages;                                ///< in the order of the regime
  std::optional<Date> implicit_decision, implicit_decision_extended; ///< of the stage that decides
  std::optional<Date> appeal, appeal_extended;                       ///< against an implicit rejection: the last day, by the prudent reading
  std::optional<Date> end, end_extended;                             ///< of the stage that decides, or of the last one

  const SimulatedStage* find(std::string_view stage) const;
};

/// Pure. Throws Problem bad_input when the years that can be computed run out.
Simulation simulate(const Regime& regime, Date filed, const CountingChoice& choice = {});

} // namespace hdskit
