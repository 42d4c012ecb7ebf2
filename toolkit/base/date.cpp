#include "toolkit/base/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace hdskit {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::array<std::string_view, 12> french_months = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                            "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

/// Digits only, the whole of `text`.
std::optional<int> number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? std::nullopt : std::optional{value};
}

std::optional<Date> of_numbers(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = number(year), m = number(month), d = number(day);
  if (!y || !m || !d) return std::nullopt;
  return Date::of(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

} // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (year < 1900 || year > 9999 || !ymd.ok()) return std::nullopt;
  return Date{std::chrono::sys_days{ymd}};
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  if (text[4] == '-' && text[7] == '-') return of_numbers(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
  if (text[2] == '/' && text[5] == '/') return of_numbers(text.substr(6, 4), text.substr(3, 2), text.substr(0, 2));
  return std::nullopt;
}

std::string Date::iso() const {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", year(), month(), day());
  return text;
}

std::string Date::french() const {
  const auto date = ymd();
  std::string text = std::to_string(static_cast<unsigned>(date.day()));
  if (static_cast<unsigned>(date.day()) == 1) text += "er";
  text += no_break_space;
  text += french_months[static_cast<unsigned>(date.month()) - 1];
  text += no_break_space;
  return text + std::to_string(static_cast<int>(date.year()));
}

int days_between(Date from, Date to) { return static_cast<int>((to.days() - from.days()).count()); }

Date plus_months(Date day, int months) {
  const auto month = std::chrono::year_month_day{day.days()}.year() / std::chrono::month{day.month()} + std::chrono::months{months};
  const auto last = static_cast<unsigned>((month / std::chrono::last).day());
  return Date::of(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), std::min(day.day(), last)).value_or(day);
}

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z' || text[4] != '-') return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto h = number(text.substr(11, 2)), m = number(text.substr(14, 2)), s = number(text.substr(17, 2));
  if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return Instant{date->days() + std::chrono::hours{*h} + std::chrono::minutes{*m} + std::chrono::seconds{*s}};
}

std::string Instant::iso() const {
  const std::chrono::hh_mm_ss time{seconds_ - std::chrono::floor<std::chrono::days>(seconds_)};
  char text[16];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return utc_date().iso() + text;
}

Date Instant::utc_date() const {
  const std::chrono::year_month_day ymd{std::chrono::floor<std::chrono::days>(seconds_)};
  return *Date::of(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

} // namespace hdskit
