#include "tests/backup/restic_repository.hpp"
#include "tests/support/child.hpp"

#include <gmock/gmock.h>

#include <future>

namespace {

using namespace tests;
using hdskit::ProblemKind;
using testing::HasSubstr;

TEST_F(ResticSource, catches_a_flipped_bit_in_data) {
  change_byte(repository / original.data_pack, 5000);
  EXPECT_TRUE(examine().at(0).passed); // restic reads no data for that: it is the restore that does
  const auto check = restore_newest().checks.at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_TRUE(check.grave);
  EXPECT_THAT(check.sentence, HasSubstr("ciphertext verification failed"));
}

TEST_F(ResticSource, catches_a_flipped_bit_in_a_folder) {
  change_byte(repository / original.tree_pack, 40);
  const auto check = restore_newest().checks.at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_TRUE(check.grave);
}

TEST_F(ResticSource, catches_a_flipped_bit_in_an_index) {
  for (const auto& name : names_below(repository / "index")) change_byte(repository / "index" / name, 60);
  EXPECT_FALSE(examine().at(0).passed);
  EXPECT_FALSE(restore_newest().checks.at(0).passed);
}

TEST_F(ResticSource, names_no_file_in_what_it_reports) {
  change_byte(repository / original.data_pack, 5000);
  const auto restored = restore_newest();
  EXPECT_EQ(restored.checks.at(0).sentence.find("new.bin"), std::string::npos);
  EXPECT_NE(log.find("new.bin"), std::string::npos); // the log has it
}

/// restic asks again for three quarters of a minute before it gives a pack up, so these faults are tried side by side.
TEST(ResticFaults, catches_packs_that_are_gone_even_from_under_a_warm_cache) {
  struct Case : RepositoryDrill {
    Case() : RepositoryDrill{hdskit::SourceKind::restic, hdskit::restic_driver, restic_original().repository} {}
  };
  const auto& original = restic_original();
  Case data, tree;
  tree.tools.home = tree.folder() / "home";
  const auto cached = [&](const fs::path& into) {
    return prepare({"restic", "--repo", tree.repository.string(), "--password-file", "/dev/fd/3", "--no-lock", "restore", "latest", "--target", into.string()},
                   {}, repository_password, {{"HOME", tree.tools.home.string()}});
  };
  cached(tree.folder() / "warm");
  fs::remove(data.repository / original.data_pack);
  fs::remove(tree.repository / original.tree_pack);
  EXPECT_NO_THROW(cached(tree.folder() / "served_from_the_cache")); // the trap: the usual command calls it success
  auto without_data = std::async(std::launch::async, [&] { return data.restore_newest().checks.at(0); });
  const auto without_tree = tree.restore_newest().checks.at(0);
  EXPECT_FALSE(without_tree.passed);
  EXPECT_TRUE(without_tree.grave);
  EXPECT_TRUE(names_below(tree.into, true).empty());
  const auto check = without_data.get();
  EXPECT_FALSE(check.passed);
  EXPECT_TRUE(check.grave);
}

TEST_F(ResticSource, remarks_upon_a_fault_that_concerns_another_backup) {
  fs::remove(repository / original.other_data_pack);
  const auto check = examine().at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_FALSE(check.grave);
  EXPECT_THAT(check.sentence, HasSubstr("does not exist"));
  EXPECT_TRUE(restore_newest().checks.at(0).passed);
  source.turns = 10; // a sample does not show that the fault lies elsewhere
  EXPECT_TRUE(examine().at(0).grave);
}

TEST_F(ResticSource, tells_of_a_backup_that_restic_passes_over_because_it_cannot_be_read) {
  change_byte(repository / "snapshots" / *names_below(repository / "snapshots").begin(), 50);
  EXPECT_EQ(inventory().size(), 3u);
  const auto check = examine().at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_TRUE(check.grave);
}

TEST(ResticFaults, calls_a_repository_damaged_none_of_whose_backups_can_be_read) {
  RepositoryDrill drill{hdskit::SourceKind::restic, hdskit::restic_driver, restic_original().repository};
  for (const auto& name : names_below(drill.repository / "snapshots")) change_byte(drill.repository / "snapshots" / name, 50);
  EXPECT_EQ(problem_of([&] { drill.inventory(); }).kind(), ProblemKind::damaged);
}

TEST(ResticFaults, misses_a_backup_that_was_removed) {
  RepositoryDrill drill{hdskit::SourceKind::restic, hdskit::restic_driver, restic_original().repository};
  for (const auto& id : names_below(drill.repository / "snapshots"))
    if (run_restic(drill.repository, {"snapshots", "--json", id}).find("2026-11-22") != std::string::npos) fs::remove(drill.repository / "snapshots" / id);
  const auto points = drill.inventory();
  ASSERT_EQ(points.size(), 3u);
  EXPECT_EQ(points[0].begun, hdskit::Instant::parse("2026-11-21T12:00:00Z")); // the newest is a day older: the age tells
}

TEST_F(ResticSource, says_that_the_password_is_wrong) {
  secret = "tr0ub4dor";
  const auto problem = problem_of([&] { inventory(); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("password"));
  EXPECT_FALSE(problem.remedy().empty());
  secret.reset();
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::refused);
}

TEST_F(ResticSource, says_where_no_repository_is) {
  source.location = (folder() / "nowhere").string();
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::not_found);
}

TEST_F(ResticSource, says_that_a_server_does_not_answer) {
  source.location = "rest:http://user:hunter2@127.0.0.1:1/";
  const auto problem = problem_of([&] { inventory(); });
  EXPECT_EQ(problem.kind(), ProblemKind::unreachable);
  EXPECT_EQ(std::string{problem.what()}.find("hunter2"), std::string::npos);
  EXPECT_EQ(problem.subject().find("hunter2"), std::string::npos);
  EXPECT_EQ(log.find("hunter2"), std::string::npos);
}

TEST_F(ResticSource, calls_a_cut_configuration_damaged) {
  cut_file(repository / "config", 0);
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::damaged);
}

TEST(ResticFaults, calls_a_shortened_configuration_damaged) {
  RepositoryDrill drill{hdskit::SourceKind::restic, hdskit::restic_driver, restic_original().repository};
  cut_file(drill.repository / "config", 40);
  EXPECT_EQ(problem_of([&] { drill.inventory(); }).kind(), ProblemKind::damaged);
}

TEST_F(ResticSource, waits_for_whoever_holds_the_repository) {
  write_bytes(repository / "locks" / original.exclusive_lock, original.exclusive_lock_bytes);
  const auto problem = problem_of([&] { inventory(); });
  EXPECT_EQ(problem.kind(), ProblemKind::busy);
  EXPECT_THAT(problem.what(), testing::ContainsRegex("process [0-9]+"));
  EXPECT_THAT(problem.what(), HasSubstr("since 20"));
}

TEST_F(ResticSource, blames_nobody_while_the_repository_is_pruned) {
  const auto point = newest();
  change_byte(repository / original.data_pack, 5000);
  write_bytes(repository / "locks" / original.exclusive_lock, original.exclusive_lock_bytes);
  repository_changed();
  EXPECT_EQ(problem_of([&] { restore(point); }).kind(), ProblemKind::busy);
}

TEST_F(ResticSource, proves_nothing_when_restic_is_killed_midway) {
  const auto point = newest();
  tools.path = path_with(folder() / "bin", "restic", "case \"$*\" in *restore*) kill -9 $$;; esac\nexec " + real_program("restic") + " \"$@\"\n");
  const auto problem = problem_of([&] { restore(point); });
  EXPECT_EQ(problem.kind(), ProblemKind::unreachable);
}

TEST_F(ResticSource, stops_at_the_limit_of_the_scratch_space) {
  const auto point = newest();
  limits.objection = [] { return std::string{"the scratch space is full"}; };
  EXPECT_EQ(problem_of([&] { restore(point); }).kind(), ProblemKind::no_space);
}

TEST_F(ResticSource, tells_a_full_disk_from_a_bad_backup) {
  const auto point = newest();
  const auto disk = folder() / "disk";
  fs::create_directories(disk);
  const auto said = on_own_disk(disk.string(), 700, [&](const std::function<void()>&) {
    try {
      hdskit::restic_driver.restore(access(), point, {disk, {}});
    } catch (const hdskit::Problem& problem) { return std::string{problem.kind() == ProblemKind::no_space ? "no space" : problem.what()}; }
    return std::string{"restored"};
  });
  EXPECT_EQ(said, "no space");
}

TEST_F(ResticSource, says_which_package_brings_restic) {
  tools.path = (folder() / "nothing").string();
  const auto problem = problem_of([&] { inventory(); });
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_THAT(problem.remedy(), HasSubstr("restic"));
}

TEST_F(ResticSource, understands_the_exit_codes_of_newer_versions) {
  const std::map<int, ProblemKind> codes{{10, ProblemKind::not_found}, {11, ProblemKind::busy}, {12, ProblemKind::refused}, {1, ProblemKind::damaged}};
  for (const auto& [code, kind] : codes) {
    tools.path = path_with(folder() / "bin", "restic", "exit " + std::to_string(code) + "\n");
    EXPECT_EQ(problem_of([&] { inventory(); }).kind(), kind) << code;
  }
}

} // namespace
