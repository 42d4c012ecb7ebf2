#include "toolkit/exchange/workbook_numbers.hpp"

#include <gtest/gtest.h>

namespace {

using namespace hdskit;
using Kind = NumberFormat::Kind;

TEST(WorkbookNumbers, are_what_was_typed) {
  EXPECT_EQ(number_text(3), "3");
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(1.1000000000000001), "1.1");
  EXPECT_EQ(number_text(0.1 + 0.2), "0.3");
  EXPECT_EQ(number_text(-12.5), "-12.5");
  EXPECT_EQ(number_text(-0.0), "0");
  EXPECT_EQ(number_text(1e20), "100000000000000000000");
  EXPECT_EQ(number_text(0.0000001), "0.0000001");
  EXPECT_EQ(number_text(1e300), "1e+300");
}

TEST(WorkbookNumbers, are_shown_by_their_format) {
  const auto text = [](const char* stored, const char* code) { return cell_number_text(stored, number_format_of(code), false).value_or("none"); };
  EXPECT_EQ(text("46348", "dd/mm/yyyy"), "2026-11-22");
  EXPECT_EQ(text("46348.4375", "dd/mm/yyyy hh:mm"), "2026-11-22 10:30");
  EXPECT_EQ(text("46348.4375", "dd/mm/yyyy"), "2026-11-22");
  EXPECT_EQ(text("46348.999999999", "dd/mm/yyyy"), "2026-11-23") << "midnight, as near as a number comes";
  EXPECT_EQ(text("1.25", "[h]:mm"), "30:00");
  EXPECT_EQ(text("0.07", "0%"), "7%");
  EXPECT_EQ(text("1000", "00000"), "01000");
  EXPECT_EQ(text("1.5", "00000"), "1.5");
  EXPECT_EQ(text("1250.5", "#,##0.00\\ \"jours et d'années\""), "1250.5");
  EXPECT_EQ(text("1E3", "General"), "1000");
  EXPECT_EQ(text("12x", "General"), "none");
  EXPECT_EQ(text("nan", "General"), "none");
  EXPECT_EQ(text("0", "dd/mm/yyyy"), "none");
}

TEST(WorkbookNumbers, know_the_formats_of_days_and_hours) {
  const auto kind = [](const char* code) { return number_format_of(code).kind; };
  for (const auto* code : {"dd/mm/yyyy", "[$-40C]d\\ mmmm\\ yyyy;@", "mmm-yy", "mmmm", "d-mmm", "[Red]yyyy", "YYYY\\-MM\\-DD"})
    EXPECT_EQ(kind(code), Kind::date) << code;
  for (const auto* code : {"h:mm", "[hh]:mm", "mm:ss", "[m]", "h:mm AM/PM"}) EXPECT_EQ(kind(code), Kind::time) << code;
  EXPECT_EQ(kind("d/m/yy h:mm"), Kind::date_and_time);
  for (const auto* code :
       {"General", "Standard", "@", "0", "0.00E+00", "#,##0\\ \"days\"", "_-* #,##0.00\\ _d_-", "[Red]0", "0\\d", "0;\"yes\"", "\"unclosed", "[h", "\\"})
    EXPECT_NE(kind(code), Kind::date) << code;
  EXPECT_EQ(kind("#,##0\\ [$h-40C]"), Kind::plain);
  EXPECT_EQ(built_in_number_format(14).kind, Kind::date);
  EXPECT_EQ(built_in_number_format(22).kind, Kind::date_and_time);
  EXPECT_EQ(built_in_number_format(46).kind, Kind::time);
  EXPECT_EQ(built_in_number_format(10).kind, Kind::percent);
  EXPECT_EQ(built_in_number_format(4).kind, Kind::plain);
}

} // namespace
