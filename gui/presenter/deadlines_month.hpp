#pragma once

#include "gui/presenter/rows.hpp"
#include "toolkit/procedure/deadline.hpp"
#include "toolkit/procedure/holidays.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <string>
#include <vector>

namespace hdskit::gui {

/// A month with what is due on its days: six weeks from Monday to Sunday.
struct DeadlineMonth {
  struct Day {
    Date date;
    bool of_month = false, weekend = false, today = false;
    std::string holiday;       ///< its name; "" on ordinary days
    std::vector<Cell> entries; ///< sign and title
  };
  std::string title; ///< “novembre 2026”
  std::vector<Day> days;
};
DeadlineMonth deadline_month(const std::vector<Deadline>& deadlines, Date day, HolidayCalendar calendar, Date today);

/// “Tuesday 22 November 2026, today. All Saints. 2 deadlines.”: heading of the day, and what a screen reader says of it.
std::string day_in_words(const DeadlineMonth::Day& day);

/// What is due on one day; the key is the uid.
ListRows rows_of_day(const std::vector<Deadline>& deadlines, Date day, Date today);

/// The holidays of the place where the hospital stands: those of Alsace and Moselle by its postcode.
HolidayCalendar own_calendar(const Workspace& workspace);

} // namespace hdskit::gui
