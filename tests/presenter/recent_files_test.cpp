#include "gui/presenter/recent_files.hpp"

#include "tests/support/workspaces.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;

TEST(RecentFiles, say_where_they_lie_and_when_they_changed) {
  const ScratchFolder home;
  const auto file = home.path() / "hopital.hds";
  write_file(file, "x");
  const auto noon = Instant::parse("2026-11-22T11:00:00Z")->seconds();
  std::filesystem::last_write_time(file, std::chrono::file_clock::from_sys(noon));
  const auto at = [&](const char* today) { return recent_files({file.string()}, home.path(), *Date::parse(today)).front(); };
  EXPECT_EQ(at("2026-11-22").when, "changed today, 12:00");
  EXPECT_EQ(at("2026-11-23").when, "changed yesterday, 12:00");
  EXPECT_EQ(at("2026-12-24").when, "changed on 22 November 2026");
  EXPECT_EQ(at("2026-12-24").name, "hopital.hds");
  EXPECT_EQ(at("2026-12-24").folder, "~");
}

TEST(RecentFiles, are_told_when_they_are_gone) {
  const auto files = recent_files({"/no-such-folder/a.hds"}, "/no-such", *Date::of(2026, 11, 22));
  ASSERT_EQ(files.size(), 1u);
  EXPECT_FALSE(files[0].there);
  EXPECT_EQ(files[0].when, "no longer there");
  EXPECT_EQ(files[0].folder, "/no-such-folder") << "another folder that only begins like the home folder";
}
