#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::HasSubstr;

namespace {

class Migrations : public OnEachEngine {
protected:
  /// As a program of the time when there was only the first migration would have left it.
  std::string workspace_of_format_1() {
    const auto location = fresh_location();
    create_at_format(location, 1, acting(), [](Dialect& dialect) {
      append_to_journal(dialect, acting(), "create", "workspace", "", "", "");
      dialect.execute("insert into setting (name, value) values ('kept', 'through the upgrade')");
      append_to_journal(dialect, acting(), "add", "setting", "kept", "", R"({"value":"through the upgrade"})");
    });
    return location;
  }
  /// As a program with one more migration would leave it.
  std::string workspace_of_newer_format() {
    const auto location = fresh_location();
    auto workspace = Workspace::create(location, acting());
    auto& dialect = workspace.dialect();
    dialect.execute("insert into migration (number, name, digest) values (:p1, 'later', 'x')", {std::to_string(newest_format() + 1)});
    dialect.note_format(newest_format() + 1);
    return location;
  }
  bool is_file() const { return GetParam() == Engine::sqlite; }
};
INSTANTIATE_ON_BOTH_ENGINES(Migrations);

TEST(PinnedMigrations, are_the_ones_in_the_program) {
  std::string actual;
  for (const auto& migration : migrations()) actual += migration.digest.hex() + "  " + migration.name + ".sql\n";
  EXPECT_EQ(read_bytes(SOURCE_DIR "/toolkit/workspace/migrations/pinned.txt"), actual)
      << "A released migration is never changed: add a new one. Before the first release: scripts/pin-migrations.sh";
}

TEST_P(Migrations, make_a_workspace_of_the_newest_format) {
  const auto workspace = fresh_workspace();
  EXPECT_EQ(workspace.format(), newest_format());
  EXPECT_EQ(workspace.read("select count(*) from migration")[0][0], std::to_string(newest_format()));
}

TEST_P(Migrations, refuse_a_newer_format_with_both_numbers_and_touch_nothing) {
  const auto location = workspace_of_newer_format();
  const auto before = is_file() ? read_bytes(location) : "";
  for (const auto& attempt : std::vector<std::function<void()>>{
           [&] { Workspace::open(location); },
           [&] { upgrade_workspace(location, acting()); },
           [&] {
             if (is_file()) restore_workspace(location, (folder() / "restored.hds").string(), acting());
             else Workspace::open(location);
           },
       }) {
    const auto problem = problem_of(attempt);
    EXPECT_EQ(problem.kind(), ProblemKind::newer_format);
    EXPECT_THAT(problem.what(), HasSubstr(std::to_string(newest_format() + 1)));
    EXPECT_THAT(problem.what(), HasSubstr(std::to_string(newest_format())));
  }
  if (!is_file()) return;
  EXPECT_TRUE(before == read_bytes(location)) << "the file was touched";
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder()}, {}), 1) << "something was left beside it";
}

TEST_P(Migrations, refuse_an_older_format_and_say_how_to_upgrade) {
  const auto problem = problem_of([&] { Workspace::open(workspace_of_format_1()); });
  EXPECT_EQ(problem.kind(), ProblemKind::older_format);
  EXPECT_THAT(problem.remedy(), HasSubstr("hdskit workspace upgrade"));
}

TEST_P(Migrations, upgrade_an_older_format_after_keeping_a_copy) {
  const auto location = workspace_of_format_1();
  const auto wished = is_file() ? std::filesystem::path{} : folder() / "before.hds";
  if (!is_file()) { // a server has no place beside it
    EXPECT_EQ(problem_of([&] { upgrade_workspace(location, acting()); }).kind(), ProblemKind::bad_input);
  }
  const auto copy = upgrade_workspace(location, acting("Ivan Petit"), wished);
  EXPECT_EQ(copy, is_file() ? location + ".format-1.bak" : wished.string());

  const auto workspace = Workspace::open(location);
  EXPECT_EQ(setting(workspace, "kept"), "through the upgrade");
  EXPECT_FALSE(verify_journal(workspace));
  EXPECT_TRUE(check_workspace(workspace).empty());
  const auto entries = journal_entries(workspace, {.actor = "Ivan Petit"});
  ASSERT_EQ(entries.size(), static_cast<std::size_t>(newest_format()) - 1);
  EXPECT_EQ(entries[0].verb, "upgrade");
  EXPECT_EQ(entries[0].before, R"({"format":"1"})");
  EXPECT_EQ(entries[0].after, R"({"format":"2"})");

  EXPECT_EQ(problem_of([&] { Workspace::open(copy); }).kind(), ProblemKind::older_format);
  EXPECT_NE(upgrade_workspace(copy, acting()), ""); // the copy is a workspace too
  EXPECT_EQ(setting(Workspace::open(copy), "kept"), "through the upgrade");
}

TEST_P(Migrations, upgrade_a_workspace_of_today_by_doing_nothing) {
  const auto location = fresh_location();
  { const auto workspace = Workspace::create(location, acting()); }
  EXPECT_EQ(upgrade_workspace(location, acting()), "");
  EXPECT_EQ(journal_entries(Workspace::open(location)).size(), 1u);
}

TEST_P(Migrations, never_replace_a_copy_that_stands_there) {
  const auto location = workspace_of_format_1();
  const auto taken = is_file() ? location + ".format-1.bak" : (folder() / "before.hds").string();
  write_file(taken, "precious");
  if (is_file()) {
    EXPECT_EQ(upgrade_workspace(location, acting()), taken + ".2");
  } else {
    EXPECT_EQ(problem_of([&] { upgrade_workspace(location, acting(), taken); }).kind(), ProblemKind::bad_input);
  }
  EXPECT_EQ(read_bytes(taken), "precious");
}

TEST_P(Migrations, refuse_a_workspace_that_went_through_another_history) {
  for (const auto* sql : {"update migration set digest = 'x' where number = 2", "delete from migration where number = 1", "delete from migration"}) {
    const auto location = fresh_location();
    {
      auto workspace = Workspace::create(location, acting());
      workspace.dialect().execute(sql);
    }
    EXPECT_EQ(problem_of([&] { Workspace::open(location); }).kind(), ProblemKind::damaged) << sql;
  }
}

} // namespace
