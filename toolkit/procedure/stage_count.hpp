#pragma once

#include "toolkit/procedure/regime.hpp"

namespace hdskit {

/// What a person may choose otherwise than the regime says, and the hour at which the first event happened.
struct CountingChoice {
  std::optional<HolidayCalendar> calendar;
  std::optional<bool> extend;
  int minute_of_day = 0; ///< 0 to 1439, for limits in hours that start with the filing
  bool explained = false;
};

/// The limit of a stage counted from `start` with `extensions` of its extensions (at most as many as it may have), once without end-after-end reading:
/// the whole length runs from the first day. Nothing when the stage has no limit. Throws Problem bad_input when the years run out.
std::optional<CountedLimit> count_stage(const Regime& regime, const Stage& stage, Date start, int extensions, const CountingChoice& choice);

/// The end by the usual time of a stage without limit; nothing when none is said.
std::optional<Date> usual_end(const Stage& stage, Date start, const Regime& regime, const CountingChoice& choice);

HolidayCalendar calendar_for(const Regime& regime, const CountingChoice& choice);

} // namespace hdskit
