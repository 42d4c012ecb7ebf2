#include "gui/presenter/deadlines_month.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;

namespace {

Date on(const char* iso) { return *Date::parse(iso); }

const DeadlineMonth::Day& day_of(const DeadlineMonth& month, const char* iso) { return *std::ranges::find(month.days, on(iso), &DeadlineMonth::Day::date); }

std::vector<Deadline> sample() {
  return {{.uid = "a", .day = on("2026-11-11"), .title = "Mandat", .owner = "Zoé Ferrand"},
          {.uid = "b", .day = on("2026-11-30"), .title = "PSSI"},
          {.uid = "c", .day = on("2026-11-30"), .title = "Avis", .hypothetical = true, .done = {}},
          {.uid = "d", .day = on("2027-03-01"), .title = "Plus tard"}};
}

} // namespace

TEST(DeadlineMonth, puts_each_deadline_on_its_day_with_its_sign) {
  const auto month = deadline_month(sample(), on("2026-11-15"), HolidayCalendar::france, on("2026-11-22"));
  EXPECT_EQ(month.title, "November 2026");
  ASSERT_EQ(month.days.size(), 42u);
  EXPECT_THAT(day_of(month, "2026-11-11").entries, ElementsAre(Cell{"✖ Mandat", Tone::bad}));
  EXPECT_EQ(day_of(month, "2026-11-30").entries.size(), 2u);
  EXPECT_TRUE(day_of(month, "2026-11-22").today);
  EXPECT_TRUE(day_of(month, "2026-11-22").weekend);
  EXPECT_FALSE(day_of(month, "2026-12-01").of_month);
}

TEST(DeadlineMonth, names_the_holidays_of_the_place) {
  const auto today = on("2026-11-22");
  const auto france = deadline_month({}, on("2026-12-01"), HolidayCalendar::france, today);
  const auto alsace = deadline_month({}, on("2026-12-01"), HolidayCalendar::alsace_moselle, today);
  EXPECT_NE(day_of(france, "2026-12-25").holiday, "");
  EXPECT_EQ(day_of(france, "2026-12-26").holiday, "");
  EXPECT_NE(day_of(alsace, "2026-12-26").holiday, "");
}

TEST(DeadlineMonth, says_a_day_in_words) {
  const auto month = deadline_month(sample(), on("2026-11-11"), HolidayCalendar::france, on("2026-11-11"));
  EXPECT_EQ(day_in_words(day_of(month, "2026-11-11")),
            "Wednesday 11 November 2026, today. Public holiday: " + day_of(month, "2026-11-11").holiday + ". 1 deadline.");
  EXPECT_EQ(day_in_words(day_of(month, "2026-11-12")), "Thursday 12 November 2026. Nothing is due.");
}

TEST(DeadlineMonth, lists_what_is_due_on_one_day) {
  const auto rows = rows_of_day(sample(), on("2026-11-30"), on("2026-11-22"));
  ASSERT_EQ(rows.count, 2u);
  EXPECT_EQ(rows.key(1), "c");
  EXPECT_EQ(rows.cells(1).front().text, "⚠ in 8 days, hypothetical");
}

TEST(DeadlineMonth, takes_the_holidays_of_alsace_and_moselle_by_the_postcode_of_the_host) {
  const ScratchFolder folder;
  auto workspace = Workspace::create((folder.path() / "w.hds").string(), tests::acting());
  EXPECT_EQ(own_calendar(workspace), HolidayCalendar::france);
  LegalEntity host;
  host.name = "CH";
  host.postcode = "67990";
  host.role = EntityRole::host;
  workspace.change(tests::acting(), [&](Change& change) { host = add_record(change, host); });
  EXPECT_EQ(own_calendar(workspace), HolidayCalendar::alsace_moselle);
  host.postcode = "36990";
  workspace.change(tests::acting(), [&](Change& change) { update_record(change, host); });
  EXPECT_EQ(own_calendar(workspace), HolidayCalendar::france);
}
