#include "toolkit/base/date.hpp"

#include <gtest/gtest.h>

using hdskit::Date;
using hdskit::Instant;

TEST(Date, reads_iso_and_french_days_and_nothing_else) {
  EXPECT_EQ(Date::parse("2026-11-22")->iso(), "2026-11-22");
  EXPECT_EQ(Date::parse("22/11/2026")->iso(), "2026-11-22");
  for (const auto* wrong : {"", "2026-02-29", "2026-13-01", "2026-1-01", "22/11/26", "2026/11/22", "32/01/2026", "0000-01-01", "2026-11-22 ", "abcd-ef-gh"})
    EXPECT_FALSE(Date::parse(wrong)) << wrong;
  EXPECT_TRUE(Date::parse("2028-02-29"));
}

TEST(Date, is_written_in_french_as_people_write_it) {
  EXPECT_EQ(Date::parse("2026-08-01")->french(), "1er\u00A0août\u00A02026");
  EXPECT_EQ(Date::parse("2026-12-22")->french(), "22\u00A0décembre\u00A02026");
}

TEST(Date, counts_days_over_leap_years) {
  EXPECT_EQ(days_between(*Date::parse("2028-02-28"), *Date::parse("2028-03-01")), 2);
  EXPECT_EQ(days_between(*Date::parse("2027-02-28"), *Date::parse("2027-03-01")), 1);
  EXPECT_EQ(Date::parse("2026-12-31")->plus_days(1).iso(), "2027-01-01");
}

TEST(Instant, is_utc_to_the_second_and_reads_back_what_it_writes) {
  const auto instant = Instant::parse("2026-11-22T23:59:58Z");
  ASSERT_TRUE(instant);
  EXPECT_EQ(instant->iso(), "2026-11-22T23:59:58Z");
  EXPECT_EQ(instant->utc_date().iso(), "2026-11-22");
  for (const auto* wrong : {"2026-11-22", "2026-11-22T24:00:00Z", "2026-11-22T10:00:00+01", "2026-11-22T10:60:00Z", "22/11/2026T10:00:00Z"})
    EXPECT_FALSE(Instant::parse(wrong)) << wrong;
}
