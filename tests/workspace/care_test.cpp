#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>
#include <map>
#include <sys/stat.h>

using namespace hdskit;
using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class Care : public OnEachEngine {
protected:
  Workspace furnished_workspace() {
    auto workspace = fresh_workspace();
    workspace.change(acting("Ivan Petit"), [](Change& change) {
      set_setting(change, "checklist", "« agrément »");
      store_document_bytes(change, std::string(600'000, '\0') + "\xff\xfe end");
      store_document_bytes(change, "");
      change.write("insert into site (id, name) values (:p1, 'Salle A')", {std::to_string(change.next_number("site"))});
      change.record("add", "site", "1", "", R"({"name":"Salle A"})");
    });
    return workspace;
  }
  std::size_t things_in_folder() const { return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder()}, {})); }
};
INSTANTIATE_ON_BOTH_ENGINES(Care);

/// Everything that a workspace holds, by table.
std::map<std::string, std::vector<Row>> contents(const Workspace& workspace) {
  auto& dialect = workspace.dialect();
  std::map<std::string, std::vector<Row>> result;
  for (const auto& table : dialect.tables()) {
    std::string list;
    for (const auto& column : dialect.columns(table))
      list += (list.empty() ? "" : ", ") + (column == "bytes" && table == "document_piece" ? dialect.bytes_column() : "\"" + column + "\"");
    auto& rows = result[table] = dialect.read("select " + list + " from \"" + table + "\"");
    if (table == "document_piece")
      for (auto& row : rows) row[2] = dialect.unpack(row[2]);
    std::sort(rows.begin(), rows.end());
  }
  return result;
}

TEST_P(Care, backs_up_everything_into_one_file_of_the_owner) {
  const auto workspace = furnished_workspace();
  const auto file = folder() / "backup.hds";
  backup_workspace(workspace, file);
  const auto backup = Workspace::open(file.string());
  EXPECT_EQ(contents(backup), contents(workspace));
  EXPECT_THAT(check_workspace(backup), IsEmpty());
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_P(Care, restores_a_backup_on_the_same_engine_and_says_so_in_the_journal) {
  const auto workspace = furnished_workspace();
  backup_workspace(workspace, folder() / "backup.hds");
  const auto location = fresh_location();
  restore_workspace(folder() / "backup.hds", location, acting("Anne Martin"));
  const auto restored = Workspace::open(location);
  EXPECT_THAT(check_workspace(restored), IsEmpty());
  auto was = contents(workspace), is = contents(restored);
  const auto last = journal_entries(restored, {.last = 1}).at(0);
  EXPECT_EQ(last.verb, "restore");
  EXPECT_EQ(last.actor, "Anne Martin");
  EXPECT_EQ(last.after, R"({"backup":"backup.hds"})");
  EXPECT_EQ(is["journal"].size(), was["journal"].size() + 1);
  for (const auto* changed : {"journal", "journal_head"}) was.erase(changed), is.erase(changed);
  EXPECT_EQ(is, was);
}

TEST_P(Care, goes_on_numbering_where_the_backup_stood) {
  backup_workspace(furnished_workspace(), folder() / "backup.hds");
  const auto location = fresh_location();
  restore_workspace(folder() / "backup.hds", location, acting());
  auto restored = Workspace::open(location);
  restored.change(acting(), [](Change& change) { EXPECT_EQ(change.next_number("site"), 2); });
}

TEST_P(Care, never_overwrites) {
  const auto workspace = furnished_workspace();
  write_file(folder() / "taken.hds", "precious");
  EXPECT_EQ(problem_of([&] { backup_workspace(workspace, folder() / "taken.hds"); }).kind(), ProblemKind::bad_input);
  backup_workspace(workspace, folder() / "backup.hds");
  EXPECT_EQ(problem_of([&] { restore_workspace(folder() / "backup.hds", (folder() / "taken.hds").string(), acting()); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem_of([&] { restore_workspace(folder() / "backup.hds", workspace.location(), acting()); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(read_bytes((folder() / "taken.hds").string()), "precious");
}

TEST_P(Care, leaves_no_backup_of_a_damaged_workspace) {
  const auto workspace = furnished_workspace();
  workspace.dialect().execute("delete from document_piece where number = 1");
  const auto before = things_in_folder();
  EXPECT_EQ(problem_of([&] { backup_workspace(workspace, folder() / "backup.hds"); }).kind(), ProblemKind::damaged);
  EXPECT_EQ(things_in_folder(), before);
}

TEST_P(Care, restores_nothing_from_a_damaged_backup) {
  backup_workspace(furnished_workspace(), folder() / "backup.hds");
  Workspace::open((folder() / "backup.hds").string()).dialect().execute("update journal set actor = 'Nobody' where number = 2");
  const auto location = fresh_location();
  const auto before = things_in_folder();
  EXPECT_EQ(problem_of([&] { restore_workspace(folder() / "backup.hds", location, acting()); }).kind(), ProblemKind::damaged);
  EXPECT_EQ(things_in_folder(), before);
  EXPECT_THROW(Workspace::open(location), Problem);
}

TEST_P(Care, leaves_nothing_when_the_person_stops_a_backup) {
  const auto workspace = furnished_workspace();
  const auto before = things_in_folder();
  Progress progress;
  progress.cancelled = [] { return true; };
  EXPECT_EQ(problem_of([&] { backup_workspace(workspace, folder() / "backup.hds", progress); }).kind(), ProblemKind::cancelled);
  EXPECT_EQ(things_in_folder(), before);
}

TEST_P(Care, finds_a_sound_workspace_sound) { EXPECT_THAT(check_workspace(furnished_workspace()), IsEmpty()); }

TEST_P(Care, names_what_is_wrong) {
  const auto found_after = [&](const std::string& sql) {
    const auto workspace = furnished_workspace();
    workspace.dialect().execute(sql);
    return check_workspace(workspace);
  };
  const auto digest = digest_of("").hex();
  EXPECT_THAT(found_after("update journal set actor = 'Nobody' where number = 2"), ElementsAre(HasSubstr("Entry 2")));
  EXPECT_THAT(found_after("delete from document_piece where number = 2"), ElementsAre(HasSubstr("vanished")));
  EXPECT_THAT(found_after("update document_piece set bytes = (select bytes from document_piece where number = 0) where number = 1"), IsEmpty())
      << "both pieces are zeros";
  EXPECT_THAT(found_after("update document set digest = 'not a digest' where size = 0"), ElementsAre(HasSubstr("not a digest")));
  EXPECT_THAT(found_after("delete from document where size > 0"), ElementsAre(HasSubstr("document_piece")));
  EXPECT_THAT(found_after("update site set entity = '12'"), testing::Contains("A site refers to entity 12, which does not exist."));
  EXPECT_THAT(found_after("insert into evidence (id, code, digest) values (1, 'E001', 'none')"), testing::Contains(HasSubstr("document none")));
  EXPECT_THAT(found_after("insert into evidence (id, code, digest) values (1, 'E001', '" + digest + "')"), testing::Contains(HasSubstr("evidence 1")));
  EXPECT_THAT(found_after("update site set id = 9"), testing::Contains("The counter of site stands at 1, below a number that was given."));
}

TEST(CareAcrossEngines, moves_a_hospital_from_a_file_to_a_server_and_back) {
  const ScratchFolder folder;
  auto file = Workspace::create((folder.path() / "start.hds").string(), acting());
  file.change(acting(), [](Change& change) {
    set_setting(change, "é", "line\nline \\ 'quoted' :p1");
    store_document_bytes(change, std::string("\0\x01\xff", 3));
  });
  backup_workspace(file, folder.path() / "one.hds");
  const auto url = fresh_postgresql_database();
  restore_workspace(folder.path() / "one.hds", url, acting());
  const auto server = Workspace::open(url);
  EXPECT_THAT(check_workspace(server), IsEmpty());
  backup_workspace(server, folder.path() / "two.hds");
  EXPECT_EQ(contents(Workspace::open((folder.path() / "two.hds").string())), contents(server));
  restore_workspace(folder.path() / "two.hds", (folder.path() / "end.hds").string(), acting());
  const auto end = Workspace::open((folder.path() / "end.hds").string());
  EXPECT_EQ(setting(end, "é"), "line\nline \\ 'quoted' :p1");
  EXPECT_EQ(journal_entries(end).size(), journal_entries(file).size() + 2);
  EXPECT_THAT(check_workspace(end), IsEmpty());
}

} // namespace
