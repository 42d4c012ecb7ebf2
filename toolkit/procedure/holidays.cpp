#include "toolkit/procedure/holidays.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

constexpr std::string_view words[] = {"NONE", "FR", "FR-ALSACE-MOSELLE"};

struct FixedHoliday {
  unsigned month, day;
  const char* name;
  bool alsace = false;
};
constexpr FixedHoliday fixed[] = {{1, 1, marked("New Year’s Day")},  {5, 1, marked("Labour Day")},      {5, 8, marked("Victory Day 1945")},
                                  {7, 14, marked("Bastille Day")},   {8, 15, marked("Assumption Day")}, {11, 1, marked("All Saints’ Day")},
                                  {11, 11, marked("Armistice Day")}, {12, 25, marked("Christmas Day")}, {12, 26, marked("Saint Stephen’s Day"), true}};

struct MovableHoliday {
  int after_easter; ///< days
  const char* name;
  bool alsace = false;
};
constexpr MovableHoliday movable[] = {
    {-2, marked("Good Friday"), true}, {1, marked("Easter Monday")}, {39, marked("Ascension Day")}, {50, marked("Whit Monday")}};

unsigned weekday(Date day) { return std::chrono::weekday{day.days()}.iso_encoding(); } // Monday is 1

/// The marked name, or nullptr.
const char* holiday_name(Date day, HolidayCalendar calendar) {
  if (calendar == HolidayCalendar::none) return nullptr;
  const bool alsace = calendar == HolidayCalendar::alsace_moselle;
  for (const auto& holiday : fixed)
    if (holiday.month == day.month() && holiday.day == day.day() && (alsace || !holiday.alsace)) return holiday.name;
  if (day.month() < 3 || day.month() > 6) return nullptr; // Good Friday is never before 20 March, Whit Monday never after 14 June
  const int since_easter = days_between(easter_sunday(day.year()), day);
  for (const auto& holiday : movable)
    if (holiday.after_easter == since_easter && (alsace || !holiday.alsace)) return holiday.name;
  return nullptr;
}

} // namespace

std::string_view word_of(HolidayCalendar calendar) { return words[static_cast<std::size_t>(calendar)]; }

std::optional<HolidayCalendar> calendar_of(std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == std::end(words)) return std::nullopt;
  return static_cast<HolidayCalendar>(found - std::begin(words));
}

Date easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return *Date::of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::optional<std::string> holiday_on(Date day, HolidayCalendar calendar) {
  const auto* name = holiday_name(day, calendar);
  return name ? std::optional{tr(name)} : std::nullopt;
}

bool is_sunday(Date day) { return weekday(day) == 7; }
bool is_weekend(Date day) { return weekday(day) >= 6; }

std::string weekday_name(Date day) {
  static constexpr std::array names = {marked("Monday"), marked("Tuesday"),  marked("Wednesday"), marked("Thursday"),
                                       marked("Friday"), marked("Saturday"), marked("Sunday")};
  return tr(names[weekday(day) - 1]);
}

bool is_working_day(Date day, HolidayCalendar calendar) { return !is_weekend(day) && !holiday_name(day, calendar); }
bool is_business_day(Date day, HolidayCalendar calendar) { return !is_sunday(day) && !holiday_name(day, calendar); }

Date working_day_from(Date day, HolidayCalendar calendar) {
  while (!is_working_day(day, calendar)) day = day.plus_days(1);
  return day;
}

Date working_day_up_to(Date day, HolidayCalendar calendar) {
  while (!is_working_day(day, calendar)) day = day.plus_days(-1);
  return day;
}

} // namespace hdskit
