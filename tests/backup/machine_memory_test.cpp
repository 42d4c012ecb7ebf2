#include "toolkit/backup/machine_memory.hpp"

#include "tests/backup/sample_outcome.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace tests {
namespace {

using namespace hdskit;

class MachineMemories : public testing::Test {
protected:
  ScratchFolder folder_;
  MachineMemory memory_{folder_.path() / "nas.key.tests", std::string(64, 'a'), "DPI"};
};

TEST_F(MachineMemories, build_the_next_test_upon_the_last_good_one) {
  EXPECT_FALSE(memory_.previous());
  memory_.keep(sample_outcome(folder_.path(), 1));
  auto bad = sample_outcome(folder_.path(), 2, RunVerdict::difference);
  bad.report.sample = SamplePlan{.cycle_seed = digest_of("cycle"), .run_seed = digest_of("run"), .turns = 12, .turn = 3};
  memory_.keep(bad);
  memory_.keep(sample_outcome(folder_.path(), 3, RunVerdict::inconclusive));
  const auto previous = memory_.previous();
  ASSERT_TRUE(previous);
  EXPECT_EQ(previous->point, "point1");
  EXPECT_EQ(previous->files, 101u);
  EXPECT_EQ(read_file(previous->manifest), "manifest of test1\n");
  ASSERT_TRUE(previous->sample); // the rotation goes on where the newest test left it
  EXPECT_EQ(previous->sample->turn, 3u);
  EXPECT_FALSE((MachineMemory{folder_.path() / "nas.key.tests", std::string(64, 'a'), "PACS"}.previous()));
  EXPECT_FALSE((MachineMemory{folder_.path() / "nas.key.tests", std::string(64, 'b'), "DPI"}.previous()));
}

TEST_F(MachineMemories, are_private_and_pass_over_what_is_damaged) {
  memory_.keep(sample_outcome(folder_.path(), 1));
  struct stat status {};
  ASSERT_EQ(::stat((folder_.path() / "nas.key.tests").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
  for (const auto& entry : std::filesystem::directory_iterator{folder_.path() / "nas.key.tests"}) {
    ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << entry.path();
  }
  write_file(memory_.previous()->manifest, "another");
  EXPECT_TRUE(memory_.previous()->manifest.empty());
  for (const auto& entry : std::filesystem::directory_iterator{folder_.path() / "nas.key.tests"}) write_file(entry.path(), "x");
  EXPECT_FALSE(memory_.previous());
}

TEST_F(MachineMemories, count_the_tests_since_the_backup_grew) {
  for (int n = 1; n <= 4; ++n) {
    auto outcome = sample_outcome(folder_.path(), n);
    if (n > 1) outcome.report.restored_files = outcome.report.restored_bytes = 5;
    memory_.keep(outcome);
  }
  EXPECT_EQ(memory_.previous()->tests_without_growth, 2u);
}

} // namespace
} // namespace tests
