#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"
#include "toolkit/workspace/workspace_export.hpp"
#include "toolkit/workspace/workspace_import.hpp"

#include <gmock/gmock.h>

#include <map>

#include <sys/stat.h>

using namespace hdskit;
using namespace tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

constexpr const char* program = "hdskit 0.1.0";

std::string long_document() { return std::string(600'000, '\0') + "\xff\xfe end"; }

void furnish(Workspace& workspace) {
  workspace.change(acting("Ivan Petit"), [](Change& change) {
    set_setting(change, "é", "line\nline \\ 'quoted' \"twice\" :p1 \x01 « fin »");
    set_setting(change, "Z", "before the small letters");
    store_document_bytes(change, long_document());
    store_document_bytes(change, "");
    for (int i = 1; i <= 12; ++i) {
      const auto number = std::to_string(change.next_number("site"));
      change.write("insert into site (id, name) values (:p1, 'Salle')", {number});
      change.record("add", "site", number, "", R"({"name":"Salle"})");
    }
    change.write("delete from site where id = :p1", {"12"});
    change.record("remove", "site", "12", R"({"name":"Salle"})", "");
    change.write("insert into entity (id, name, role) values (1, 'CH de Valmont', 'host')");
    change.next_number("entity");
    change.record("add", "entity", "1", "", R"({"name":"CH de Valmont","role":"host"})");
  });
}

std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder).string()] = read_bytes(entry.path().string());
  return files;
}

class Export : public OnEachEngine {
protected:
  Workspace furnished_workspace() {
    auto workspace = fresh_workspace();
    furnish(workspace);
    return workspace;
  }
  std::filesystem::path exported(const char* name = "out") {
    export_workspace(furnished_workspace(), folder() / name, program);
    return folder() / name;
  }
  Problem refusal(const std::filesystem::path& from) {
    const auto location = fresh_location();
    const auto before = std::distance(std::filesystem::directory_iterator{folder()}, {});
    const auto problem = problem_of([&] { import_workspace(from, location, acting()); });
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder()}, {}), before) << "something was left";
    EXPECT_THROW(Workspace::open(location), Problem);
    return problem;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(Export);

TEST_P(Export, is_imported_into_a_workspace_that_exports_to_the_same_bytes) {
  const auto workspace = furnished_workspace();
  const auto first = export_workspace(workspace, folder() / "one", program);
  const auto location = fresh_location();
  const auto imported = import_workspace(folder() / "one", location, acting("Anne Martin"), first.digest);
  EXPECT_EQ(imported.digest, first.digest);
  EXPECT_THAT(imported.defects, IsEmpty());
  const auto made = Workspace::open(location);
  EXPECT_FALSE(verify_journal(made));
  EXPECT_THAT(check_workspace(made), IsEmpty());
  EXPECT_EQ(journal_position(made), journal_position(workspace)) << "an import adds nothing to the journal";
  EXPECT_EQ(export_workspace(made, folder() / "two", program).digest, first.digest);
  EXPECT_TRUE(files_in(folder() / "one") == files_in(folder() / "two"));
}

TEST_P(Export, keeps_the_numbers_that_were_given) {
  const auto location = fresh_location();
  import_workspace(exported(), location, acting());
  auto made = Workspace::open(location);
  made.change(acting(), [](Change& change) { EXPECT_EQ(change.next_number("site"), 13) << "12 was given, and its record removed"; });
}

TEST_P(Export, is_documented_files_for_their_owner_that_sha256sum_verifies) {
  const auto out = exported();
  EXPECT_EQ(std::system(("cd '" + out.string() + "' && sha256sum --check --strict --quiet SHA256SUMS").c_str()), 0);
  for (const auto& entry : std::filesystem::recursive_directory_iterator{out}) {
    struct stat status {};
    ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, entry.is_directory() ? 0700u : 0600u) << entry.path();
  }
  const auto files = files_in(out);
  EXPECT_EQ(files.at("documents/" + digest_of(long_document()).hex()), long_document());
  EXPECT_TRUE(files.at("records/site.jsonl").starts_with("{\"address\":\"\","));
  EXPECT_THAT(files.at("records/site.jsonl"), HasSubstr("\"id\":\"2\""));
  EXPECT_LT(files.at("records/site.jsonl").find("\"id\":\"9\""), files.at("records/site.jsonl").find("\"id\":\"10\"")) << "by number";
  EXPECT_THAT(files.at("hdskit-workspace.json"), AllOf(HasSubstr("CH de Valmont"), Not(HasSubstr(program))));
  EXPECT_THAT(files.at("LISEZMOI.txt"), AllOf(HasSubstr(program), HasSubstr("CH de Valmont"), HasSubstr("n’est pas chiffré")));
}

TEST_P(Export, holds_every_table_that_the_migrations_make) {
  const auto workspace = furnished_workspace();
  export_workspace(workspace, folder() / "out", program);
  const auto files = files_in(folder() / "out");
  for (const auto& table : workspace.dialect().tables()) EXPECT_NE(files.contains("records/" + table + ".jsonl"), table == "document_piece") << table;
}

TEST_P(Export, leaves_out_tables_of_other_programs) {
  const auto workspace = furnished_workspace();
  const auto before = export_workspace(workspace, folder() / "one", program).digest;
  workspace.dialect().execute("create table foreign_one (id bigint primary key)");
  EXPECT_EQ(export_workspace(workspace, folder() / "two", program).digest, before);
}

TEST_P(Export, takes_an_empty_folder_and_no_other) {
  const auto workspace = furnished_workspace();
  std::filesystem::create_directory(folder() / "full");
  write_file(folder() / "full" / "letter", "precious");
  write_file(folder() / "file", "precious");
  for (const char* taken : {"full", "file"})
    EXPECT_EQ(problem_of([&] { export_workspace(workspace, folder() / taken, program); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem_of([&] { export_workspace(workspace, folder() / "absent" / "out", program); }).kind(), ProblemKind::not_found);
  EXPECT_EQ(read_bytes((folder() / "full" / "letter").string()), "precious");
  std::filesystem::create_directory(folder() / "empty");
  export_workspace(workspace, folder() / "empty", program);
  EXPECT_TRUE(std::filesystem::exists(folder() / "empty" / "SHA256SUMS"));
}

TEST_P(Export, leaves_nothing_when_it_is_stopped_or_the_workspace_is_damaged) {
  const auto workspace = furnished_workspace();
  std::filesystem::create_directory(folder() / "empty");
  Progress progress;
  int steps = 0;
  progress.cancelled = [&] { return ++steps > 40; };
  for (const char* name : {"new", "empty"}) {
    steps = 0;
    EXPECT_EQ(problem_of([&] { export_workspace(workspace, folder() / name, program, progress); }).kind(), ProblemKind::cancelled);
  }
  EXPECT_FALSE(std::filesystem::exists(folder() / "new"));
  EXPECT_TRUE(std::filesystem::is_empty(folder() / "empty"));
  workspace.dialect().execute("delete from document_piece where number = 1");
  EXPECT_EQ(problem_of([&] { export_workspace(workspace, folder() / "new", program); }).kind(), ProblemKind::damaged);
  EXPECT_FALSE(std::filesystem::exists(folder() / "new"));
  workspace.dialect().execute("update journal set actor = 'Nobody' where number = 2");
  EXPECT_THAT(problem_of([&] { export_workspace(workspace, folder() / "new", program); }).what(), HasSubstr("Entry 2"));
}

TEST_P(Export, with_defects_is_refused_with_all_of_them) {
  const auto out = exported();
  const auto document = digest_of(long_document()).hex();
  auto bytes = read_bytes((out / "documents" / document).string());
  bytes[300'000] = 'x';
  write_file(out / "documents" / document, bytes);
  std::filesystem::remove(out / "documents" / digest_of("").hex());
  write_file(out / "documents" / "stranger", "?");
  write_file(out / "records" / "stranger.jsonl", "?");
  write_file(out / "letter\x1b[2J", "?");
  auto sites = read_bytes((out / "records" / "site.jsonl").string());
  sites.replace(sites.find("Salle"), 5, "Salon");
  write_file(out / "records" / "site.jsonl", sites);
  std::filesystem::remove(out / "records" / "counter.jsonl");
  const auto problem = refusal(out);
  EXPECT_EQ(problem.kind(), ProblemKind::damaged);
  EXPECT_THAT(problem.what(),
              AllOf(HasSubstr("7 defects"), HasSubstr("documents/" + document + ": Its bytes"),
                    HasSubstr("documents/" + digest_of("").hex() + ": It is missing"), HasSubstr("documents/stranger"), HasSubstr("records/stranger.jsonl"),
                    HasSubstr("letter?[2J"), HasSubstr("records/site.jsonl: Its bytes"), HasSubstr("records/counter.jsonl: It is missing")));
}

TEST_P(Export, is_read_through_no_link_and_no_pipe) {
  const auto out = exported();
  const auto outside = folder() / "outside";
  std::filesystem::rename(out / "records" / "site.jsonl", outside);
  std::filesystem::create_symlink(outside, out / "records" / "site.jsonl");
  std::filesystem::remove(out / "documents" / digest_of("").hex());
  ASSERT_EQ(::mkfifo((out / "documents" / digest_of("").hex()).c_str(), 0600), 0);
  EXPECT_THAT(refusal(out).what(),
              AllOf(HasSubstr("records/site.jsonl: It is no ordinary file"), HasSubstr("documents/" + digest_of("").hex() + ": It is no ordinary file")));
  std::filesystem::rename(out / "documents", folder() / "elsewhere");
  std::filesystem::create_directory_symlink(folder() / "elsewhere", out / "documents");
  EXPECT_THAT(refusal(out).what(), HasSubstr("documents/" + digest_of(long_document()).hex() + ": It is missing"));
}

} // namespace
