#include "tests/backup/borg_repository_drill.hpp"
#include "tests/support/child.hpp"

#include <gmock/gmock.h>

namespace {

using namespace tests;
using hdskit::ProblemKind;
using testing::HasSubstr;

TEST_F(BorgSource, catches_a_flipped_bit_in_data) {
  change_byte(repository / original.segment, 500'000);
  const auto remark = examine().at(0);
  EXPECT_FALSE(remark.passed);
  EXPECT_THAT(remark.sentence, HasSubstr("segment entry checksum mismatch"));
  const auto check = restore_newest().checks.at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_TRUE(check.grave);
  EXPECT_EQ(check.status, 2);
  EXPECT_EQ(check.sentence.find("new.bin"), std::string::npos);
}

TEST_F(BorgSource, catches_a_segment_that_is_cut) {
  cut_file(repository / original.segment, 600'000);
  EXPECT_FALSE(restore_newest().checks.at(0).passed);
}

TEST_F(BorgSource, catches_a_segment_that_is_gone) {
  fs::remove(repository / original.segment);
  EXPECT_FALSE(examine().at(0).passed);
  const auto check = restore_newest().checks.at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_TRUE(check.grave);
}

TEST_F(BorgSource, remarks_upon_a_fault_that_concerns_another_backup) {
  change_byte(repository / original.other_segment, 500'000);
  const auto check = examine().at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_FALSE(check.grave);
  EXPECT_TRUE(restore_newest().checks.at(0).passed);
  source.turns = 10; // a sample does not show that the fault lies elsewhere
  EXPECT_TRUE(examine().at(0).grave);
}

TEST_F(BorgSource, remarks_upon_an_index_that_borg_would_have_repaired_in_the_repository) {
  for (const auto& name : names_below(repository, true))
    if (name.starts_with("index.")) change_byte(repository / name, 20'000);
  const auto check = examine().at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_FALSE(check.grave);
  EXPECT_TRUE(restore_newest().checks.at(0).passed);
}

TEST_F(BorgSource, restores_without_an_index_and_makes_none_in_the_repository) {
  for (const auto& name : names_below(repository, true))
    if (name.starts_with("index.")) fs::remove(repository / name);
  EXPECT_TRUE(restore_newest().checks.at(0).passed);
}

TEST_F(BorgSource, catches_the_zeros_that_a_repair_put_in_place_of_data) {
  change_byte(repository / original.segment, 500'000);
  try {
    repair({"check", "--repair", repository.string()});
  } catch (const std::runtime_error&) {}  // it tells of its repair by a status
  repair({"check", repository.string()}); // and from now on borg calls all sound
  const auto check = restore_newest().checks.at(0);
  EXPECT_FALSE(check.passed);
  EXPECT_TRUE(check.grave);
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.sentence, HasSubstr("zeros"));
}

TEST_F(BorgSource, says_that_the_password_is_wrong) {
  secret = "tr0ub4dor";
  const auto problem = problem_of([&] { inventory(); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("password"));
  EXPECT_FALSE(problem.remedy().empty());
}

TEST_F(BorgSource, says_that_a_password_is_missing) {
  secret.reset();
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::refused);
}

TEST_F(BorgSource, says_where_no_repository_is) {
  source.location = (folder() / "nowhere").string();
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::not_found);
  source.location = original.tree.string();
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::not_found);
}

TEST_F(BorgSource, says_that_a_server_does_not_answer) {
  source.location = "ssh://127.0.0.1:1/repository";
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::unreachable);
}

TEST_F(BorgSource, calls_a_cut_configuration_damaged) {
  for (const std::uint64_t size : {400, 40, 0}) {
    cut_file(repository / "config", size);
    repository_changed();
    EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::damaged) << size;
  }
  fs::remove(repository / "config");
  repository_changed();
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::damaged);
}

TEST_F(BorgSource, calls_a_repository_without_its_list_of_backups_damaged) {
  for (const auto& name : names_below(repository / "data", true))
    if (fs::file_size(repository / "data" / name) < 2'000 && fs::file_size(repository / "data" / name) > 100) change_byte(repository / "data" / name, 60);
  EXPECT_EQ(problem_of([&] { inventory(); }).kind(), ProblemKind::damaged);
}

TEST_F(BorgSource, waits_for_whoever_holds_the_repository) {
  write_bytes(repository / "lock.exclusive/srv1@1234.567-0", "");
  const auto problem = problem_of([&] { inventory(); });
  EXPECT_EQ(problem.kind(), ProblemKind::busy);
  EXPECT_THAT(problem.what(), HasSubstr("srv1@1234.567-0"));
  EXPECT_THAT(problem.what(), HasSubstr("since 20"));
}

TEST_F(BorgSource, blames_nobody_while_the_repository_is_compacted) {
  const auto point = newest();
  fs::remove(repository / original.segment);
  repository_changed();
  EXPECT_EQ(problem_of([&] { restore(point); }).kind(), ProblemKind::busy);
}

TEST_F(BorgSource, proves_nothing_when_borg_is_killed_midway) {
  const auto point = newest();
  tools.path = path_with(folder() / "bin", "borg", "case \"$*\" in *extract*) kill -9 $$;; esac\nexec " + real_program("borg") + " \"$@\"\n");
  EXPECT_EQ(problem_of([&] { restore(point); }).kind(), ProblemKind::unreachable);
}

TEST_F(BorgSource, stops_at_the_limit_of_the_scratch_space) {
  const auto point = newest();
  limits.objection = [] { return std::string{"the scratch space is full"}; };
  EXPECT_EQ(problem_of([&] { restore(point); }).kind(), ProblemKind::no_space);
}

TEST_F(BorgSource, tells_a_full_disk_from_a_bad_backup) {
  const auto point = newest();
  const auto disk = folder() / "disk";
  fs::create_directories(disk);
  const auto said = on_own_disk(disk.string(), 700, [&](const std::function<void()>&) {
    try {
      hdskit::borg_driver.restore(access(), point, {disk, {}});
    } catch (const hdskit::Problem& problem) { return std::string{problem.kind() == ProblemKind::no_space ? "no space" : problem.what()}; }
    return std::string{"restored"};
  });
  EXPECT_EQ(said, "no space");
}

TEST_F(BorgSource, says_which_package_brings_borg) {
  tools.path = (folder() / "nothing").string();
  const auto problem = problem_of([&] { inventory(); });
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_THAT(problem.remedy(), HasSubstr("borgbackup"));
}

} // namespace
