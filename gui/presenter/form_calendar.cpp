#include "gui/presenter/form_calendar.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int days_shown = 42;

/// tr_date() without its day: all before the first blank, which may be a non-breaking one.
std::string month_title(Date first) {
  auto words = tr_date(first);
  for (const std::string_view blank : {"\u00A0", " "})
    if (const auto at = words.find(blank); at != std::string::npos) return words.substr(at + blank.size());
  return words;
}

} // namespace

CalendarMonth calendar_month(Date day) {
  const auto first = *Date::of(day.year(), day.month(), 1);
  const int since_monday = static_cast<int>(std::chrono::weekday{first.days()}.iso_encoding()) - 1;
  CalendarMonth month{month_title(first), {}};
  for (int i = 0; i < days_shown; ++i) {
    const auto date = first.plus_days(i - since_monday);
    month.days.push_back({date, date.month() == day.month()});
  }
  return month;
}

std::array<std::string, 7> weekday_letters() { return {tr("Mo"), tr("Tu"), tr("We"), tr("Th"), tr("Fr"), tr("Sa"), tr("Su")}; }

Date months_later(Date day, int months) {
  constexpr int in_a_year = 12, first_year = 1900, last_year = 9999;
  const int count =
      std::clamp(day.year() * in_a_year + static_cast<int>(day.month()) - 1 + months, first_year * in_a_year, last_year * in_a_year + in_a_year - 1);
  auto number = day.day();
  while (!Date::of(count / in_a_year, static_cast<unsigned>(count % in_a_year) + 1, number)) --number;
  return *Date::of(count / in_a_year, static_cast<unsigned>(count % in_a_year) + 1, number);
}

} // namespace hdskit::gui
