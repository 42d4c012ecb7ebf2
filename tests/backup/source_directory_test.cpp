#include "tests/backup/restore_setting.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace std::chrono_literals;
using tests::put;
namespace fs = std::filesystem;

namespace {

struct DirectorySource : tests::RestoreSetting {
  std::vector<BackupPoint> points() {
    const std::optional<std::string> secret;
    const Progress progress;
    return driver_of(SourceKind::directory).inventory({order.source, secret, world.tools, {}, progress, scratch, {}});
  }
  void make(const std::string& name, std::chrono::seconds age_of_it) {
    fs::create_directories(copy / name);
    put(copy / name / "file", "x");
    age(copy / name, age_of_it);
  }
};

} // namespace

TEST_F(DirectorySource, is_one_backup_dated_by_its_newest_file) {
  fs::create_directories(copy / "sub");
  put(copy / "sub" / "new", "12345");
  put(copy / "old", "x");
  age(copy, 10h);
  run("touch -d '2 hours ago' '" + (copy / "sub" / "new").string() + "'");
  const auto found = points();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].id, ".");
  EXPECT_TRUE(found[0].dated_by_file);
  EXPECT_NEAR(static_cast<double>((tests::now().seconds() - found[0].begun->seconds()).count()), 7200, 60);
  EXPECT_NEAR(static_cast<double>((tests::now().seconds() - found[0].ended->seconds()).count()), 0, 60); // when it was written
}

TEST_F(DirectorySource, is_not_made_younger_by_a_file_dated_in_the_future) {
  fs::create_directories(copy);
  put(copy / "old", "x");
  age(copy, 10h);
  put(copy / "future", "x");
  run("touch -d '2200-01-01' '" + (copy / "future").string() + "'");
  EXPECT_NEAR(static_cast<double>((tests::now().seconds() - points()[0].begun->seconds()).count()), 36000, 60);
}

TEST_F(DirectorySource, is_dated_by_the_manifest_that_lies_in_it) {
  make(".", 10h);
  write_manifest(copy, place.path() / "M", {Instant::parse("2026-03-04T05:06:07Z"), "srv", "source", "test", true}, {});
  fs::rename(place.path() / "M", copy / ".hdskit-manifest");
  const auto found = points();
  EXPECT_EQ(found[0].begun->iso(), "2026-03-04T05:06:07Z");
  EXPECT_FALSE(found[0].dated_by_file);
  put(copy / ".hdskit-manifest", "no manifest");
  EXPECT_TRUE(points()[0].dated_by_file);
}

TEST_F(DirectorySource, holds_one_backup_a_folder_where_the_selection_says_so) {
  order.source.selection = "*20*-*";
  make("2026-01-02", 0s);
  make("2026-01-10", 0s);
  make("dpi_2026-01-05_0200", 0s);
  make("temporary", 0s);
  make(".2026-01-11", 0s);
  fs::create_directory_symlink(copy / "2026-01-02", copy / "2026-01-12");
  put(copy / "2026-01-13", "a file");
  const auto found = points();
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].id, "2026-01-10");
  EXPECT_EQ(found[0].begun->iso(), "2026-01-10T00:00:00Z");
  EXPECT_EQ(found[1].begun->utc_date().iso(), "2026-01-05");
  EXPECT_EQ(found[2].id, "2026-01-02");
  EXPECT_FALSE(found[0].dated_by_file);
}

TEST_F(DirectorySource, takes_the_hour_from_the_folder_that_is_named_by_its_day) {
  order.source.selection = "*";
  fs::create_directories(copy / "20260102");
  run("touch -d '2026-01-02T13:14:15Z' '" + (copy / "20260102").string() + "'");
  EXPECT_EQ(points()[0].begun->iso(), "2026-01-02T13:14:15Z");
}

TEST_F(DirectorySource, that_is_no_folder_is_refused) {
  put(copy, "x");
  EXPECT_THROW(points(), Problem);
  order.source.location = (place.path() / "nowhere").string();
  EXPECT_THROW(points(), Problem);
}

TEST_F(DirectorySource, restores_the_folder_that_was_chosen) {
  order.source.selection = "2026-*";
  make("2026-01-02", 0s);
  make("2026-01-10", 0s);
  put(copy / "2026-01-02" / "second", "x");
  order.point = "2026-01-02";
  EXPECT_EQ(report().restored_files, 2u);
  order.point = "";
  EXPECT_EQ(report().restored_files, 1u);
  order.point = "../source";
  expect(report(), RunVerdict::inconclusive, "drill_broken");
}
