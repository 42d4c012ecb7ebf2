#include "tests/support/child.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <random>
#include <unistd.h>

using namespace hdskit;
using namespace tests;

namespace {

/// Different for each change, several pieces long.
std::string document_of(int round, int number) {
  std::string bytes(300'000, '.');
  bytes.replace(0, 20, std::to_string(round) + "/" + std::to_string(number) + "/////////////");
  return bytes;
}

std::string name_of(int round, int number) { return "commit " + std::to_string(round) + "/" + std::to_string(number); }

/// Changes without end, each told to the parent once it is committed.
void write_until_killed(const std::string& file, int round, const Child::Line& line) {
  auto workspace = Workspace::open(file);
  for (int number = 1;; ++number) {
    workspace.change(acting(), [&](Change& change) {
      set_setting(change, name_of(round, number), "kept");
      if (number % 3 == 0) store_document_bytes(change, document_of(round, number));
    });
    line.say(std::to_string(number) + "\n");
  }
}

TEST(Kill, minus_9_at_any_moment_loses_nothing_that_was_committed) {
  constexpr int rounds = 220;
  const ScratchFolder folder;
  const auto file = (folder.path() / "workspace.hds").string();
  { auto workspace = Workspace::create(file, acting()); }
  std::mt19937 random{20061122};                              // always the same moments, as far as a machine repeats itself
  std::uniform_int_distribution<useconds_t> delay{0, 25'000}; // microseconds
  int reported = 0, interrupted = 0;

  for (int round = 1; round <= rounds; ++round) {
    Child child{[&](const Child::Line& line) { write_until_killed(file, round, line); }};
    auto words = std::string{child.hear()}; // it is at work
    ASSERT_NE(words, std::string(1, '\0')) << "the child could not open the workspace in round " << round;
    ::usleep(delay(random));
    child.kill();
    words += child.hear_all();
    if (std::filesystem::exists(file + "-journal")) ++interrupted;

    const auto workspace = Workspace::open(file);
    const auto broken = verify_journal(workspace);
    ASSERT_FALSE(broken) << "round " << round << ": " << broken->sentence;
    for (const auto line : lines_of(words)) {
      if (line.empty()) continue;
      const int number = std::stoi(std::string{line});
      ++reported;
      ASSERT_EQ(setting(workspace, name_of(round, number)), "kept") << "round " << round << ", commit " << number;
      if (number % 3 != 0) continue;
      ASSERT_EQ(document_state(workspace, digest_of(document_of(round, number))), DocumentState::intact);
    }
  }

  EXPECT_GE(reported, rounds);
  EXPECT_GE(interrupted, 1) << "no write was ever interrupted: this test has proven nothing";
  RecordProperty("commits_reported", reported);
  RecordProperty("writes_interrupted", interrupted);
  const auto defects = check_workspace(Workspace::open(file));
  EXPECT_TRUE(defects.empty()) << defects.front();
}

TEST(Kill, minus_9_during_creation_leaves_an_empty_file_or_a_whole_workspace) {
  constexpr int rounds = 40;
  std::mt19937 random{7};
  std::uniform_int_distribution<useconds_t> delay{0, 6'000}; // microseconds
  const ScratchFolder folder;
  for (int round = 1; round <= rounds; ++round) {
    const auto file = (folder.path() / (std::to_string(round) + ".hds")).string();
    Child child{[&](const Child::Line& line) {
      line.say('s');
      Workspace::create(file, acting());
      line.wait();
    }};
    ASSERT_EQ(child.hear(), 's');
    ::usleep(delay(random));
    child.kill();
    try {
      EXPECT_TRUE(check_workspace(Workspace::open(file)).empty());
    } catch (const Problem& problem) { EXPECT_TRUE(problem.kind() == ProblemKind::not_found || problem.kind() == ProblemKind::bad_input) << problem.what(); }
  }
}

} // namespace
