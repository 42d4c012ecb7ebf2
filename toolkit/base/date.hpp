#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// A civil day of the Gregorian calendar, without time zone. Years 1900 to 9999.
class Date {
public:
  /// Reads "2026-11-22" (ISO 8601) or "22/11/2026" (as French spreadsheets write it). Nothing for any other text or a day that does not exist.
  static std::optional<Date> parse(std::string_view text);
  static std::optional<Date> of(int year, unsigned month, unsigned day);

  int year() const { return static_cast<int>(ymd().year()); }
  unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  unsigned day() const { return static_cast<unsigned>(ymd().day()); }

  std::string iso() const;    ///< "2026-11-22"
  std::string french() const; ///< "22 novembre 2026", "1er janvier 2026", with non-breaking spaces

  Date plus_days(int days) const { return Date{days_ + std::chrono::days{days}}; }
  std::chrono::sys_days days() const { return days_; }

  auto operator<=>(const Date&) const = default;

private:
  explicit Date(std::chrono::sys_days days) : days_{days} {}
  std::chrono::year_month_day ymd() const { return std::chrono::year_month_day{days_}; }
  std::chrono::sys_days days_;
};

/// Days from `from` to `to`; negative when `to` comes first.
int days_between(Date from, Date to);

/// The same day `months` later (earlier when negative); the last day of the month when it has no such day.
Date plus_months(Date day, int months);

/// A moment, in UTC, to the second.
class Instant {
public:
  explicit Instant(std::chrono::sys_seconds seconds) : seconds_{seconds} {}
  /// Reads "2026-11-22T10:15:00Z" and nothing else.
  static std::optional<Instant> parse(std::string_view text);
  static Instant at_midnight(Date date) { return Instant{date.days()}; }

  std::string iso() const; ///< "2026-11-22T10:15:00Z"
  Date utc_date() const;
  std::chrono::sys_seconds seconds() const { return seconds_; }

  auto operator<=>(const Instant&) const = default;

private:
  std::chrono::sys_seconds seconds_;
};

} // namespace hdskit
