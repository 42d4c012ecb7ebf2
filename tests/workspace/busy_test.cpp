#include "tests/support/child.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hdskit;
using namespace tests;
using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

class Busy : public OnEachEngine {
protected:
  void SetUp() override {
    location_ = fresh_location();
    Workspace::create(location_, acting());
  }

  /// Another process in the middle of a change, until it is released.
  void hold(const Child::Line& line, std::chrono::milliseconds more = 0ms) const {
    auto workspace = Workspace::open(location_);
    workspace.change(acting("Ève Petit-Jean", "2026-11-22T08:30:00Z"), [&](Change& change) {
      set_setting(change, "holder", "was here");
      line.say('h');
      line.wait();
      ::usleep(static_cast<useconds_t>(std::chrono::microseconds{more}.count()));
    });
  }

  static void set(Workspace& workspace, const std::string& name) {
    workspace.change(acting(), [&](Change& change) { set_setting(change, name, "x"); });
  }

  std::string location_;
};
INSTANTIATE_ON_BOTH_ENGINES(Busy);

TEST_P(Busy, workspace_names_who_holds_it_when_the_wait_was_in_vain) {
  Child holder{[&](const Child::Line& line) { hold(line); }};
  ASSERT_EQ(holder.hear(), 'h');
  auto workspace = Workspace::open(location_, 150ms);
  const auto problem = problem_of([&] { set(workspace, "mine"); });
  EXPECT_EQ(problem.kind(), ProblemKind::busy);
  EXPECT_THAT(problem.what(), HasSubstr("Ève Petit-Jean"));
  if (GetParam() == Engine::sqlite) {
    char host[256] = {};
    ASSERT_EQ(::gethostname(host, sizeof host - 1), 0);
    EXPECT_THAT(problem.what(), AllOf(HasSubstr("process " + std::to_string(holder.process()) + " on " + host), HasSubstr("since 2026-11-22T08:30:00Z")));
  } else {
    EXPECT_THAT(problem.what(), testing::ContainsRegex("server process [0-9]+, from the server itself, since 20[0-9-]*T[0-9:]*Z"));
  }
  EXPECT_EQ(setting(workspace, "holder"), std::nullopt) << "reading goes on meanwhile, and sees only what is finished";

  holder.release();
  EXPECT_EQ(holder.end(), 0);
  set(workspace, "mine");
  EXPECT_EQ(setting(workspace, "holder"), "was here");
  EXPECT_EQ(journal_entries(workspace).size(), 3u);
  EXPECT_FALSE(verify_journal(workspace));
}

TEST_P(Busy, workspace_is_changed_as_soon_as_the_other_has_finished) {
  Child holder{[&](const Child::Line& line) { hold(line, 200ms); }};
  ASSERT_EQ(holder.hear(), 'h');
  auto workspace = Workspace::open(location_, 60s);
  holder.release();
  set(workspace, "mine");
  EXPECT_EQ(setting(workspace, "holder"), "was here");
  EXPECT_EQ(holder.end(), 0);
}

TEST_P(Busy, workspace_loses_nothing_of_many_writers) {
  constexpr int writers = 4, changes = 15;
  std::vector<std::unique_ptr<Child>> children;
  for (int writer = 0; writer < writers; ++writer)
    children.push_back(std::make_unique<Child>([&, writer](const Child::Line&) {
      auto workspace = Workspace::open(location_, 60s);
      for (int i = 0; i < changes; ++i)
        workspace.change(acting(), [&](Change& change) {
          const auto number = change.next_number("shared");
          set_setting(change, "number " + std::to_string(number), std::to_string(writer));
        });
    }));
  for (auto& child : children) EXPECT_EQ(child->end(), 0);
  const auto workspace = Workspace::open(location_);
  EXPECT_EQ(setting_names(workspace, "number ").size(), static_cast<std::size_t>(writers * changes)) << "each number was given once";
  EXPECT_EQ(journal_position(workspace).number, 1 + writers * changes);
  EXPECT_FALSE(verify_journal(workspace));
}

TEST_P(Busy, workspace_is_free_again_after_its_holder_was_killed) {
  Child holder{[&](const Child::Line& line) { hold(line); }};
  ASSERT_EQ(holder.hear(), 'h');
  holder.kill();
  auto workspace = Workspace::open(location_, 10s);
  set(workspace, "mine");
  EXPECT_EQ(setting(workspace, "holder"), std::nullopt);
  EXPECT_FALSE(verify_journal(workspace));
}

class HolderNoteOfAFile : public testing::Test {
protected:
  void SetUp() override { Workspace::create(file(), acting()); }
  std::string file() const { return (folder_.path() / "w.hds").string(); }
  std::string note() const { return file() + ".holder"; }
  ScratchFolder folder_;
};

TEST_F(HolderNoteOfAFile, stands_for_its_owner_only_during_a_change_and_goes_with_it) {
  auto workspace = Workspace::open(file());
  workspace.change(acting("Anne\nMartin"), [&](Change& change) {
    set_setting(change, "a", "b");
    struct stat status {};
    ASSERT_EQ(::stat(note().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    EXPECT_THAT(read_bytes(note()), testing::StartsWith("Anne Martin\n"));
  });
  EXPECT_FALSE(std::filesystem::exists(note()));
  EXPECT_THROW(workspace.change(acting(), [](Change&) { throw std::runtime_error{"stop"}; }), std::runtime_error);
  EXPECT_FALSE(std::filesystem::exists(note()));
}

TEST_F(HolderNoteOfAFile, left_by_a_dead_process_names_nobody) {
  Child holder{[&](const Child::Line& line) {
    auto workspace = Workspace::open(file());
    workspace.change(acting(), [&](Change&) {
      line.say('h');
      line.wait();
    });
  }};
  ASSERT_EQ(holder.hear(), 'h');
  Child dead{[](const Child::Line&) {}};
  const auto gone = std::to_string(dead.process());
  dead.end();
  char host[256] = {};
  ASSERT_EQ(::gethostname(host, sizeof host - 1), 0);
  for (const auto& stale :
       {"Ghost\n" + std::string{host} + "\n" + gone + "\n2026-11-22T08:30:00Z\n", std::string{"Ghost"}, std::string{"Ghost\n\xff\n1\nx\n"}, std::string{}}) {
    write_file(note(), stale);
    auto workspace = Workspace::open(file(), 50ms);
    const auto problem = problem_of([&] { workspace.change(acting(), [](Change& change) { set_setting(change, "a", "b"); }); });
    EXPECT_EQ(problem.kind(), ProblemKind::busy);
    EXPECT_THAT(problem.what(), AllOf(HasSubstr("another process"), Not(HasSubstr("Ghost"))));
  }
}

TEST_F(HolderNoteOfAFile, that_cannot_be_written_stops_nobody) {
  std::filesystem::create_directories(note() + "/inside"); // neither removed nor replaced by a file
  auto workspace = Workspace::open(file());
  workspace.change(acting(), [](Change& change) { set_setting(change, "a", "b"); });
  EXPECT_EQ(setting(workspace, "a"), "b");
}

TEST(ReaderOfAFile, makes_a_change_wait_and_then_give_up_whole) {
  const ScratchFolder folder;
  const auto file = (folder.path() / "w.hds").string();
  { auto workspace = Workspace::create(file, acting()); }
  Child reader{[&](const Child::Line& line) {
    const auto workspace = Workspace::open(file);
    const Snapshot snapshot{workspace.dialect()};
    journal_position(workspace);
    line.say('r');
    line.wait();
  }};
  ASSERT_EQ(reader.hear(), 'r');
  auto workspace = Workspace::open(file, 100ms);
  EXPECT_EQ(problem_of([&] { workspace.change(acting(), [](Change& change) { set_setting(change, "a", "b"); }); }).kind(), ProblemKind::busy);
  EXPECT_EQ(setting(workspace, "a"), std::nullopt);
  EXPECT_FALSE(std::filesystem::exists(file + ".holder"));
  reader.release();
  EXPECT_EQ(reader.end(), 0);
  workspace.change(acting(), [](Change& change) { set_setting(change, "a", "b"); });
  EXPECT_EQ(setting(workspace, "a"), "b");
}

} // namespace
