#pragma once

#include "toolkit/procedure/holidays.hpp"

#include <cstdint>
#include <vector>

namespace hdskit {

/// A length that a text sets: “two months”, “seven working days”, “72 hours”.
enum class LimitUnit { hours, days, working_days, business_days, months, years };
struct TimeLimit {
  std::int64_t count = 0; ///< 0 to 10,000
  LimitUnit unit = LimitUnit::months;
};

/// How a limit is counted. The default is that of the time given to an administration to decide: date to date from the reception, not franc, and not moved
/// when its end falls on a day off, for no text grants that (facts: silence limits; CE 14 November 2025, n° 496754).
struct CountingRules {
  HolidayCalendar calendar = HolidayCalendar::france;
  bool franc = false;    ///< neither the first nor the last day counts
  bool extend = false;   ///< an end on a Saturday, Sunday or holiday moves to the next working day (article 642 CPC)
  bool backward = false; ///< counted back from a term; never extended, the prudent day is the working day before
  int renewed = 0;       ///< how many times the same length is added, counted from the first day and not from the first end
  bool silence = true;   ///< says from which day on a silence decides
  bool explained = true; ///< makes the steps; whoever counts thousands of limits leaves them out
};

struct CountedLimit {
  Date last_day;                          ///< the last day on which the act is in time, by the rules given
  Date last_day_raw;                      ///< before any extension
  Date last_day_extended;                 ///< what it is, or would be, with the extension (backward: the working day before)
  Date day_after;                         ///< the day on which an implicit decision is born when nothing was decided
  std::optional<Date> by_stages;          ///< renewed: what adding the length end after end would give, when that differs
  std::optional<std::string> last_moment; ///< hours: "2026-11-25T14:00" on the clock of the place
  Date prudent;                           ///< the earliest reading for the one who must act in time
  std::vector<std::string> steps;         ///< the computation, a sentence a step, in the current language, with the article
};

/// Counts a limit from the day of the act, the event or the reception. `minute_of_day`: for limits in hours, 0 to 1439.
/// Throws Problem bad_input for a count out of range, years beyond 9999, or rules that contradict each other (hours that are franc).
CountedLimit count_limit(Date from, TimeLimit limit, const CountingRules& rules, int minute_of_day = 0);

/// Date to date (article 641 CPC): the same day of the month, or the last one of a month that has no such day. `months` may be negative.
Date plus_months(Date day, std::int64_t months);

} // namespace hdskit
