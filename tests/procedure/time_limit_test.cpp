#include "toolkit/procedure/time_limit.hpp"

#include "toolkit/base/problem.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hdskit {
namespace {

Date day(const char* iso) { return *Date::parse(iso); }

CountedLimit months(const char* from, int count, CountingRules rules = {}) { return count_limit(day(from), {count, LimitUnit::months}, rules); }

TEST(TimeLimit, ends_on_the_last_day_of_a_month_that_has_no_such_day) {
  EXPECT_EQ(months("2015-12-31", 2).last_day.iso(), "2016-02-29");
  EXPECT_EQ(months("2016-11-30", 3).last_day.iso(), "2017-02-28");
  EXPECT_EQ(months("2018-08-31", 6, {.backward = true}).last_day.iso(), "2018-02-28");
}

TEST(TimeLimit, renewed_is_counted_from_the_first_day_and_shows_the_other_reading) {
  const auto limit = months("2015-12-31", 2, {.renewed = 1});
  EXPECT_EQ(limit.last_day.iso(), "2016-04-30");
  ASSERT_TRUE(limit.by_stages);
  EXPECT_EQ(limit.by_stages->iso(), "2016-04-29");
  EXPECT_EQ(limit.prudent.iso(), "2016-04-29");
  EXPECT_FALSE(months("2016-01-15", 2, {.renewed = 1}).by_stages);
}

TEST(TimeLimit, that_ends_on_a_sunday_moves_only_when_a_text_says_so) {
  EXPECT_EQ(months("2016-08-30", 2).last_day.iso(), "2016-10-30");
  EXPECT_EQ(months("2016-08-30", 2).last_day_extended.iso(), "2016-10-31");
  EXPECT_EQ(months("2016-08-30", 2, {.extend = true}).last_day.iso(), "2016-10-31");
  EXPECT_EQ(months("2016-12-26", 2).last_day.iso(), "2017-02-26");
  EXPECT_EQ(months("2016-12-26", 2, {.extend = true}).last_day.iso(), "2017-02-27");
}

TEST(TimeLimit, jumps_over_a_holiday_that_follows_a_sunday) { // Whit Monday 2016
  EXPECT_EQ(months("2016-03-15", 2).last_day.iso(), "2016-05-15");
  EXPECT_EQ(months("2016-03-15", 2, {.extend = true}).last_day.iso(), "2016-05-17");
}

TEST(TimeLimit, backward_is_never_extended_and_has_a_prudent_working_day) {
  const auto term = months("2020-02-10", 6, {.extend = true, .backward = true});
  EXPECT_EQ(term.last_day.iso(), "2019-08-10");
  EXPECT_EQ(term.prudent.iso(), "2019-08-09");
  EXPECT_EQ(months("2020-02-10", 8, {.backward = true}).last_day.iso(), "2019-06-10"); // Whit Monday
  EXPECT_EQ(months("2020-02-10", 8, {.backward = true}).prudent.iso(), "2019-06-07");
  EXPECT_EQ(months("2017-11-01", 6, {.backward = true}).prudent.iso(), "2017-04-28");
}

TEST(TimeLimit, franc_counts_neither_the_first_day_nor_the_last) {
  EXPECT_EQ(months("2016-03-05", 2, {.franc = true}).last_day.iso(), "2016-05-06");
  EXPECT_EQ(months("2016-07-16", 2, {.franc = true}).last_day.iso(), "2016-09-17");
  EXPECT_EQ(months("2016-07-16", 2, {.franc = true, .extend = true}).last_day.iso(), "2016-09-19");
  EXPECT_EQ(months("2016-07-17", 2, {.franc = true, .extend = true}).last_day.iso(), "2016-09-19");
}

TEST(TimeLimit, in_working_days_leaves_out_weekends_and_holidays) {
  EXPECT_EQ(count_limit(day("2026-05-06"), {7, LimitUnit::working_days}, {}).last_day.iso(), "2026-05-19"); // 8 and 14 May are off
  EXPECT_EQ(count_limit(day("2026-05-06"), {7, LimitUnit::business_days}, {}).last_day.iso(), "2026-05-16");
  EXPECT_EQ(count_limit(day("2026-04-02"), {1, LimitUnit::working_days}, {.calendar = HolidayCalendar::france}).last_day.iso(), "2026-04-03");
  EXPECT_EQ(count_limit(day("2026-04-02"), {1, LimitUnit::working_days}, {.calendar = HolidayCalendar::alsace_moselle}).last_day.iso(), "2026-04-07");
}

TEST(TimeLimit, in_hours_tells_the_moment_and_the_european_reading) {
  const auto limit = count_limit(day("2026-11-20"), {72, LimitUnit::hours}, {}, 18 * 60 + 30); // a Friday evening
  EXPECT_EQ(limit.last_moment, "2026-11-23T18:30");
  EXPECT_EQ(limit.last_day.iso(), "2026-11-23");
  EXPECT_EQ(limit.last_day_extended.iso(), "2026-11-24") << "two working days at least";
}

TEST(TimeLimit, of_silence_bears_its_decision_the_day_after) { EXPECT_EQ(months("2016-04-15", 2).day_after.iso(), "2016-06-16"); }

TEST(TimeLimit, explains_each_step) {
  const auto steps = months("2016-08-30", 2).steps;
  ASSERT_GE(steps.size(), 4u);
  EXPECT_NE(steps.front().find("641"), std::string::npos);
}

TEST(TimeLimit, that_contradicts_itself_is_refused) {
  EXPECT_THROW(count_limit(day("2026-01-01"), {72, LimitUnit::hours}, {.franc = true}), Problem);
  EXPECT_THROW(count_limit(day("2026-01-01"), {-1, LimitUnit::days}, {}), Problem);
  EXPECT_THROW(count_limit(day("2026-01-01"), {20'000, LimitUnit::days}, {}), Problem);
  EXPECT_THROW(count_limit(day("9990-01-01"), {100, LimitUnit::years}, {}), Problem);
}

TEST(TimeLimit, never_ends_before_it_starts_and_grows_with_its_length) {
  for (const auto unit : {LimitUnit::days, LimitUnit::working_days, LimitUnit::business_days, LimitUnit::months, LimitUnit::years})
    for (auto from = day("2015-01-01"); from < day("2016-12-31"); from = from.plus_days(7)) {
      auto before = from;
      for (int count = 0; count < 15; ++count) {
        const auto limit = count_limit(from, {count, unit}, {.extend = true});
        ASSERT_GE(limit.last_day, before);
        ASSERT_GE(limit.last_day, limit.last_day_raw);
        ASSERT_LE(limit.prudent, limit.last_day);
        before = limit.last_day_raw;
      }
    }
}

/// Easter by Gauss's method with its two exceptions: another way than the program's.
Date easter_by_gauss(int year) {
  const int a = year % 19, b = year % 4, c = year % 7, k = year / 100, p = (13 + 8 * k) / 25, q = k / 4;
  const int m = (15 - p + k - q) % 30, n = (4 + k - q) % 7, d = (19 * a + m) % 30, e = (2 * b + 4 * c + 6 * d + n) % 7;
  if (d == 29 && e == 6) return *Date::of(year, 4, 19);
  if (d == 28 && e == 6 && a > 10) return *Date::of(year, 4, 18);
  return Date::of(year, 3, 22)->plus_days(d + e);
}

TEST(Holidays, that_move_with_easter_agree_with_an_independent_computation) {
  for (int year = 2000; year <= 2100; ++year) {
    const auto easter = easter_by_gauss(year);
    ASSERT_EQ(easter_sunday(year), easter) << year;
    for (const int after : {1, 39, 50}) ASSERT_TRUE(holiday_on(easter.plus_days(after), HolidayCalendar::france)) << year << " +" << after;
    ASSERT_TRUE(holiday_on(easter.plus_days(-2), HolidayCalendar::alsace_moselle));
  }
}

TEST(Holidays, are_eleven_in_france_and_thirteen_in_alsace_moselle) {
  std::set<Date> france, alsace;
  for (auto at = day("2026-01-01"); at.year() == 2026; at = at.plus_days(1)) {
    if (holiday_on(at, HolidayCalendar::france)) france.insert(at);
    if (holiday_on(at, HolidayCalendar::alsace_moselle)) alsace.insert(at);
    EXPECT_FALSE(holiday_on(at, HolidayCalendar::none));
  }
  EXPECT_EQ(france.size(), 11u);
  EXPECT_EQ(alsace.size(), 13u);
  EXPECT_TRUE(alsace.contains(day("2026-04-03")) && alsace.contains(day("2026-12-26")));
}

} // namespace
} // namespace hdskit
