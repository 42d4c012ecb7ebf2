#include "tests/backup/restic_repository.hpp"
#include "toolkit/backup/judge_restore.hpp"

#include <gmock/gmock.h>

namespace {

using namespace tests;
using hdskit::Instant;
using hdskit::ProblemKind;

TEST_F(ResticSource, lists_backups_with_the_newest_first) {
  const auto points = inventory();
  ASSERT_EQ(points.size(), 4u);
  EXPECT_EQ(points[0].begun, Instant::parse("2026-11-22T02:00:00Z"));
  EXPECT_EQ(points[3].begun, Instant::parse("2026-11-19T02:00:00Z"));
  EXPECT_EQ(points[1].label, "srv2: " + original.other.string() + " (weekly)");
  EXPECT_FALSE(points[0].dated_by_file);
  EXPECT_EQ(points[0].id.size(), 64u);
}

TEST_F(ResticSource, shows_a_day_without_backup) {
  source.selection = "host=srv1";
  const auto found = hdskit::take_inventory(inventory(), hdskit::Minutes{24 * 60}, *Instant::parse("2026-11-22T03:00:00Z"));
  EXPECT_EQ(found.points, 3u);
  EXPECT_EQ(found.gaps, 1u);
  EXPECT_EQ(found.worst_gap, std::chrono::hours{48});
  EXPECT_EQ(found.worst_gap_begins, Instant::parse("2026-11-20T02:00:00Z"));
}

TEST_F(ResticSource, selects_by_host_tag_and_path) {
  source.selection = "host=srv2";
  EXPECT_EQ(inventory().size(), 1u);
  source.selection = "tag=nightly path='" + original.tree.string() + "'";
  EXPECT_EQ(inventory().size(), 3u);
  source.selection = "host=nobody";
  EXPECT_TRUE(inventory().empty());
}

TEST_F(ResticSource, refuses_a_selection_that_means_nothing) {
  for (const char* selection : {"daily", "host=", "--insecure-tls=true", "repo=/elsewhere"}) {
    source.selection = selection;
    EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::bad_input) << selection;
  }
}

TEST_F(ResticSource, restores_everything_and_says_where_the_folder_lies) {
  const auto restored = restore_newest();
  EXPECT_EQ(restored.tree, into / original.tree.relative_path());
  EXPECT_EQ(names_below(restored.tree), names_below(original.tree));
  EXPECT_EQ(contents_of(restored.tree), contents_of(original.tree));
  ASSERT_EQ(restored.checks.size(), 1u);
  EXPECT_TRUE(restored.checks[0].passed);
  EXPECT_THAT(restored.checks[0].sentence, testing::HasSubstr("9 "));
}

TEST_F(ResticSource, restores_an_older_backup_as_it_was) {
  const auto points = inventory();
  const auto restored = restore(points[3]);
  auto expected = contents_of(original.tree);
  expected.erase("images/new.bin");
  EXPECT_EQ(contents_of(restored.tree), expected);
}

TEST_F(ResticSource, finds_a_sound_repository_sound) {
  const auto checks = examine();
  ASSERT_EQ(checks.size(), 1u);
  EXPECT_TRUE(checks[0].passed) << log;
}

TEST_F(ResticSource, tells_its_version) {
  const auto versions = hdskit::restic_driver.versions(access());
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].name, "restic");
  EXPECT_THAT(versions[0].version, testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+.*"));
}

TEST_F(ResticSource, lists_the_very_names_of_files) {
  const auto listed = files(newest());
  std::map<std::string, std::uint64_t> expected;
  for (const auto& name : names_below(original.tree, true)) expected[name] = fs::file_size(original.tree / name);
  EXPECT_EQ(listed, expected);
}

TEST_F(ResticSource, restores_a_sample_and_nothing_else) {
  const std::set<std::string> chosen{"patients/we[i]rd *?.txt", "patients/back\\slash",   "patients/two\nlines",
                                     "patients/it's \"é\" ",    "patients/" + latin_name, "images/scan.bin"};
  const auto restored = restore(newest(), [&](std::string_view path) { return chosen.contains(std::string{path}); });
  EXPECT_EQ(names_below(restored.tree, true), chosen);
  EXPECT_TRUE(fs::is_symlink(restored.tree / "outside"));
  EXPECT_TRUE(fs::is_fifo(restored.tree / "pipe"));
  EXPECT_TRUE(fs::is_directory(restored.tree / "nothing"));
  for (const char* name : {"patients", "patients/old", "images", "nothing"}) // whether or not anything in them was chosen
    EXPECT_EQ(fs::last_write_time(restored.tree / name), fs::last_write_time(original.tree / name)) << name;
  EXPECT_TRUE(restored.checks.at(0).passed);
}

TEST_F(ResticSource, takes_names_from_within_the_folder_when_it_was_saved_from_there) {
  run_restic(repository, {"backup", "--quiet", "."}, original.tree);
  const auto restored = restore_newest();
  EXPECT_EQ(restored.tree, into);
  EXPECT_EQ(contents_of(restored.tree), contents_of(original.tree));
  EXPECT_TRUE(files(newest()).contains("images/scan.bin"));
}

TEST_F(ResticSource, takes_the_whole_when_several_folders_were_saved) {
  run_restic(repository, {"backup", "--quiet", original.tree.string(), original.other.string()});
  const auto restored = restore_newest();
  EXPECT_EQ(restored.tree, into);
  EXPECT_TRUE(fs::exists(restored.tree / original.other.relative_path() / "accounts.bin"));
  EXPECT_TRUE(files(newest()).contains((original.other.relative_path() / "accounts.bin").string()));
}

TEST_F(ResticSource, restores_an_empty_backup_as_nothing) {
  fs::create_directories(folder() / "empty");
  run_restic(repository, {"backup", "--quiet", (folder() / "empty").string()});
  const auto restored = restore_newest();
  EXPECT_TRUE(fs::is_empty(restored.tree));
  EXPECT_TRUE(files(newest()).empty());
}

TEST_F(ResticSource, works_beside_a_backup_that_runs) {
  ::mkfifo((folder() / "standing").c_str(), 0600);
  hdskit::ChildCommand backup;
  backup.words = {"sh", "-c", "exec restic --repo \"$0\" --password-file /dev/fd/3 --no-cache backup --stdin < standing", repository.string()};
  backup.folder = folder();
  backup.secret = secret;
  hdskit::ChildServer running{backup, folder() / "backup.log"};
  std::ofstream holds_it{folder() / "standing"};
  while (running.running() && lock_in(repository).empty()) std::this_thread::sleep_for(std::chrono::milliseconds{5});
  ASSERT_TRUE(running.running());
  EXPECT_EQ(inventory().size(), 4u);
  EXPECT_TRUE(restore_newest().checks.at(0).passed);
  running.stop(SIGKILL, std::chrono::seconds{5});
}

} // namespace
