#pragma once

#include "toolkit/procedure/time_limit.hpp"

namespace hdskit {

/// By when a rejection is brought before the administrative court: two months, franc, moved when they end on a day off (article R. 421-1 CJA; CE 5 June
/// 2009, no. 312682).
struct AppealLimit {
  Date last_day; ///< by the prudent reading
  Date by_birth; ///< an implicit rejection counted from the day on which it is born; the same as last_day unless the two readings differ
  std::vector<std::string> steps;
};

/// Against a decision notified on that day.
AppealLimit appeal_against_decision(Date notified, HolidayCalendar calendar, bool explained = false);

/// Against an implicit rejection. Whether it bears the date of the last day of the limit, as is often said, or of the day after (CE 14 November 2025,
/// no. 496754), differs by a day: the earlier one is prudent.
AppealLimit appeal_against_silence(Date last_day_of_limit, HolidayCalendar calendar, bool explained = false);

} // namespace hdskit
