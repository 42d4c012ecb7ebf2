#include "toolkit/backup/moment_in_name.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

namespace {

std::string told(std::string_view name) {
  const auto moment = moment_in_name(name);
  if (!moment) return "";
  auto text = moment->day.iso();
  if (moment->time) text += " " + std::to_string(moment->time->count());
  return text + (moment->in_utc ? "Z" : "");
}

std::string begun(std::string_view name, const char* modified) { return moment_by_name(*moment_in_name(name), *Instant::parse(modified)).iso(); }

TEST(MomentInName, is_read_as_people_write_it) {
  EXPECT_EQ(told("dpi-2026-11-20.tar.gz"), "2026-11-20");
  EXPECT_EQ(told("dpi_20261120.sqlite"), "2026-11-20");
  EXPECT_EQ(told("dump.20.11.2026.zip"), "2026-11-20");
  EXPECT_EQ(told("20261120-0300-srv1.tar"), "2026-11-20 10800");
  EXPECT_EQ(told("srv12_20261120T030007Z.tar"), "2026-11-20 10807Z");
  EXPECT_EQ(told("20261120030007.tar"), "2026-11-20 10807");
  EXPECT_EQ(told("dpi_2026-11-20_03h15.7z"), "2026-11-20 11700");
  EXPECT_EQ(told("dpi 2026-11-20 03-15-01.7z"), "2026-11-20 11701");
}

TEST(MomentInName, is_not_made_up) {
  for (const auto* const name : {"dpi.tar.gz", "dpi-v2.3.1.tar", "2026-13-45.tar", "serial-123456789.tar", "00000000.tar", "backup-12-11.tar", ""})
    EXPECT_EQ(told(name), "") << name;
  EXPECT_EQ(told("2026-11-20-99-99.tar"), "2026-11-20");
}

TEST(MomentByName, is_never_younger_for_a_touch) {
  EXPECT_EQ(begun("dpi-2026-11-18.tar", "2026-11-22T10:00:00Z"), "2026-11-18T00:00:00Z");
  EXPECT_EQ(begun("dpi-20261118-0300.tar", "2026-11-22T10:00:00Z"), "2026-11-18T01:00:00Z");
  EXPECT_EQ(begun("dpi-20261118T0300Z.tar", "2026-11-22T10:00:00Z"), "2026-11-18T03:00:00Z");
}

TEST(MomentByName, takes_the_hour_of_a_file_written_that_day) {
  EXPECT_EQ(begun("dpi-2026-11-18.tar", "2026-11-18T21:30:00Z"), "2026-11-18T21:30:00Z");
  EXPECT_EQ(begun("dpi-20261118-0300.tar", "2026-11-18T02:10:00Z"), "2026-11-18T02:00:00Z") << "a clock in Paris in winter";
  EXPECT_EQ(begun("dpi-20260718-0300.tar", "2026-07-18T01:10:00Z"), "2026-07-18T01:00:00Z") << "a clock in Paris in summer";
  EXPECT_EQ(begun("dpi-20261118-0300.tar", "2026-11-18T03:10:00Z"), "2026-11-18T03:00:00Z") << "a clock in UTC";
  EXPECT_EQ(begun("dpi-20261118-0300.tar", "2026-11-17T03:10:00Z"), "2026-11-17T03:10:00Z") << "written before the day it is named after";
}

} // namespace
