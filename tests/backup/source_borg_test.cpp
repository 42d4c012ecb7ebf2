#include "tests/backup/borg_repository_drill.hpp"
#include "toolkit/backup/judge_restore.hpp"

#include <gmock/gmock.h>

namespace {

using namespace tests;
using hdskit::Instant;
using hdskit::ProblemKind;

TEST_F(BorgSource, lists_backups_with_the_newest_first) {
  const auto points = inventory();
  ASSERT_EQ(points.size(), 4u);
  EXPECT_EQ(points[0].id, "dpi-2026-11-22");
  EXPECT_EQ(points[0].begun, Instant::parse("2026-11-22T02:00:00Z"));
  EXPECT_EQ(points[1].id, "finance");
  EXPECT_EQ(points[3].begun, Instant::parse("2026-11-19T02:00:00Z"));
}

TEST_F(BorgSource, selects_by_name_and_shows_a_day_without_backup) {
  source.selection = "dpi-*";
  const auto found = hdskit::take_inventory(inventory(), hdskit::Minutes{24 * 60}, *Instant::parse("2026-11-22T03:00:00Z"));
  EXPECT_EQ(found.points, 3u);
  EXPECT_EQ(found.gaps, 1u);
  EXPECT_EQ(found.worst_gap, std::chrono::hours{48});
}

TEST_F(BorgSource, restores_everything_and_says_where_the_folder_lies) {
  const auto restored = restore_newest();
  EXPECT_EQ(restored.tree, into / original.tree.relative_path());
  EXPECT_EQ(names_below(restored.tree), names_below(original.tree));
  EXPECT_EQ(contents_of(restored.tree), contents_of(original.tree));
  ASSERT_EQ(restored.checks.size(), 1u);
  EXPECT_TRUE(restored.checks[0].passed);
}

TEST_F(BorgSource, finds_a_sound_repository_sound) {
  const auto checks = examine();
  ASSERT_EQ(checks.size(), 1u);
  EXPECT_TRUE(checks[0].passed) << log;
}

TEST_F(BorgSource, tells_its_version) {
  const auto versions = hdskit::borg_driver.versions(access());
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_THAT(versions[0].version, testing::MatchesRegex("1\\.[0-9]+\\.[0-9]+.*"));
}

TEST_F(BorgSource, lists_the_very_names_of_files) {
  const auto listed = files(newest());
  std::map<std::string, std::uint64_t> expected;
  for (const auto& name : names_below(original.tree, true)) expected[name] = fs::file_size(original.tree / name);
  EXPECT_EQ(listed, expected);
}

TEST_F(BorgSource, restores_a_sample_and_nothing_else) {
  const std::set<std::string> chosen{"patients/we[i]rd *?.txt", "patients/back\\slash",   "patients/two\nlines",
                                     "patients/it's \"é\" ",    "patients/" + latin_name, "images/scan.bin"};
  const auto restored = restore(newest(), [&](std::string_view path) { return chosen.contains(std::string{path}); });
  EXPECT_EQ(names_below(restored.tree, true), chosen);
  EXPECT_TRUE(fs::is_symlink(restored.tree / "outside"));
  EXPECT_TRUE(fs::is_fifo(restored.tree / "pipe"));
  EXPECT_TRUE(fs::is_directory(restored.tree / "nothing"));
  for (const char* name : {"patients", "patients/old", "images", "nothing"}) // whether or not anything in them was chosen
    EXPECT_LT(fs::last_write_time(restored.tree / name) - fs::last_write_time(original.tree / name), std::chrono::microseconds{1}) << name;
  EXPECT_TRUE(restored.checks.at(0).passed) << log;
}

TEST_F(BorgSource, takes_names_from_within_the_folder_when_it_was_saved_from_there) {
  run_borg(folder() / "base", {"create", repository.string() + "::within", "."}, original.tree);
  const auto restored = restore_newest();
  EXPECT_EQ(restored.tree, into);
  EXPECT_EQ(contents_of(restored.tree), contents_of(original.tree));
  EXPECT_TRUE(files(newest()).contains("images/scan.bin"));
}

TEST_F(BorgSource, takes_the_whole_when_several_folders_were_saved) {
  run_borg(folder() / "base", {"create", repository.string() + "::both", original.tree.string(), original.other.string()});
  const auto restored = restore_newest();
  EXPECT_EQ(restored.tree, into);
  EXPECT_TRUE(files(newest()).contains((original.other.relative_path() / "accounts.bin").string()));
}

TEST_F(BorgSource, restores_an_empty_backup_as_nothing) {
  fs::create_directories(folder() / "empty");
  run_borg(folder() / "base", {"create", repository.string() + "::empty", (folder() / "empty").string()});
  const auto restored = restore_newest();
  EXPECT_TRUE(fs::is_empty(restored.tree));
  EXPECT_TRUE(files(newest()).empty());
}

TEST_F(BorgSource, opens_a_repository_whose_key_the_person_keeps) {
  const auto home = folder() / "home";
  repository = folder() / "keyfile";
  source.location = repository.string();
  run_borg(home, {"init", "--encryption=keyfile", repository.string()});
  run_borg(home, {"create", repository.string() + "::one", original.other.string()});
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::refused);
  tools.home = home;
  EXPECT_TRUE(restore_newest().checks.at(0).passed);
}

TEST_F(BorgSource, needs_no_password_where_there_is_none) {
  repository = folder() / "plain";
  source.location = repository.string();
  run_borg(folder() / "base", {"init", "--encryption=none", repository.string()});
  run_borg(folder() / "base", {"create", repository.string() + "::one", original.other.string()});
  secret.reset();
  EXPECT_TRUE(restore_newest().checks.at(0).passed);
}

TEST_F(BorgSource, reads_what_an_aborted_backup_left_without_tidying_it_up) {
  const auto segments = names_below(repository / "data/0").size(); // numbered from 0
  write_bytes(repository / "data/0" / std::to_string(segments), "BORG_SEG");
  EXPECT_TRUE(restore_newest().checks.at(0).passed);
}

} // namespace
