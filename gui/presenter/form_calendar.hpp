#pragma once

#include "toolkit/base/date.hpp"

#include <array>
#include <string>
#include <vector>

namespace hdskit::gui {

/// A month as a calendar shows it: six weeks from Monday to Sunday. No compiled locale is needed, unlike the calendars of GTK and wxWidgets.
struct CalendarMonth {
  struct Day {
    Date date;
    bool of_month = false; ///< not one of the month before or after
  };
  std::string title; ///< "novembre 2026"
  std::vector<Day> days;
};
/// The month of `day`.
CalendarMonth calendar_month(Date day);

std::array<std::string, 7> weekday_letters(); ///< from Monday

/// The same day another month, or the last one that there is: 31 March and one month back is 28 or 29 February.
Date months_later(Date day, int months);

} // namespace hdskit::gui
