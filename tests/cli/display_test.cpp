#include "cli/display_width.hpp"
#include "cli/progress_report.hpp"
#include "cli/table.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace hdskit::cli {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(DisplayWidth, counts_columns_and_not_bytes) {
  EXPECT_EQ(display_width("hôpital"), 7u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("病院"), 4u);
  EXPECT_EQ(display_width(""), 0u);
}

TEST(DisplayWidth, shortens_between_characters) {
  EXPECT_EQ(shortened("hôpital", 7), "hôpital");
  EXPECT_EQ(shortened("hôpital", 3), "hô…");
  EXPECT_EQ(shortened("病院病院", 4), "病…");
}

TEST(DisplayWidth, lets_no_control_character_through) { EXPECT_EQ(one_line("a\x1b[31mb\nc\u009bd"), "a [31mb c d"); }

TEST(Table, aligns_accented_text) {
  Table table{{"Nom", "Ville"}};
  table.add({"Hôpital", "Rennes"});
  table.add({"CH", "Brest"});
  std::ostringstream out;
  table.print(out, 0);
  EXPECT_EQ(out.str(), "Nom      Ville\nHôpital  Rennes\nCH       Brest\n");
}

TEST(Table, cuts_the_widest_column_to_fit_the_terminal) {
  Table table{{"Code", "Title"}};
  table.add({"E001", "A very long title that no small terminal can show"});
  std::ostringstream out;
  table.print(out, 20);
  EXPECT_THAT(out.str(), HasSubstr("E001  A very long t…\n"));
}

TEST(Sheet, wraps_long_values_under_each_other) {
  Sheet sheet;
  sheet.add("Field", "one two three four five six");
  sheet.add("Empty", "");
  sheet.add("Text", "a\n\nb");
  std::ostringstream out;
  sheet.print(out, 25);
  EXPECT_EQ(out.str(), "Field : one two three\n        four five six\nEmpty : —\nText  : a\n\n        b\n");
}

TEST(Suggestion, proposes_a_near_word_or_says_otherwise) {
  use_language(Language::english);
  EXPECT_EQ(suggestion("tilte", {"title", "kind"}, "See.", "--"), "Did you mean “--title”?");
  EXPECT_EQ(suggestion("frobnicate", {"title", "kind"}, "See."), "See.");
}

TEST(ProgressReport, says_nothing_of_short_work) {
  std::ostringstream out;
  const ProgressReport::Clock::time_point start{};
  {
    ProgressReport report{out, 80, start};
    report.show("Copying", 1, 2, start + 100ms);
  }
  EXPECT_EQ(out.str(), "");
}

TEST(ProgressReport, draws_a_bar_on_a_terminal_and_wipes_it) {
  std::ostringstream out;
  const ProgressReport::Clock::time_point start{};
  {
    ProgressReport report{out, 80, start};
    report.show("Copying", 1, 2, start + 400ms);
    report.show("Copying", 1, 2, start + 410ms); // too soon to redraw
  }
  EXPECT_EQ(out.str(), "\r[############............] 50\u00A0%  Copying\033[K\r\033[K");
}

TEST(ProgressReport, prints_a_line_every_two_seconds_at_most_without_terminal) {
  std::ostringstream out;
  const ProgressReport::Clock::time_point start{};
  {
    ProgressReport report{out, 0, start};
    for (int tenth = 0; tenth < 50; ++tenth) report.show("Copying", static_cast<std::uint64_t>(tenth), 50, start + 100ms * tenth);
  }
  EXPECT_EQ(out.str(), "Copying : 40\u00A0%\nCopying : 80\u00A0%\n");
}

} // namespace
} // namespace hdskit::cli
