#include "tests/support/child.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/export_writing.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/settings.hpp"
#include "toolkit/workspace/workspace_export.hpp"
#include "toolkit/workspace/workspace_import.hpp"

#include <gmock/gmock.h>

#include <random>
#include <unistd.h>

using namespace hdskit;
using namespace tests;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class Import : public testing::Test {
protected:
  Import() {
    auto workspace = Workspace::create((folder_.path() / "start.hds").string(), acting());
    workspace.change(acting(), [](Change& change) {
      set_setting(change, "choice", "« kept »");
      store_document_bytes(change, std::string(300'000, 'a'));
      change.write("insert into site (id, name) values (:p1, 'Salle')", {std::to_string(change.next_number("site"))});
      change.record("add", "site", "1", "", R"({"name":"Salle"})");
    });
    digest_ = export_workspace(workspace, out(), "hdskit 0.1.0").digest.hex();
  }
  std::filesystem::path out() const { return folder_.path() / "out"; }
  std::string new_file() const { return (folder_.path() / "new.hds").string(); }
  std::size_t things() const { return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder_.path()}, {})); }

  Problem refusal() {
    const auto before = things();
    const auto problem = problem_of([&] { import_workspace(out(), new_file(), acting()); });
    EXPECT_EQ(things(), before) << "something was left";
    return problem;
  }
  /// Puts `text` in a file of the export and makes all digests fit again, as someone who alters with care would.
  void forge(const std::string& path, const std::string& text) {
    write_file(out() / path, text);
    auto manifest = parse_export_manifest(read_bytes((out() / "hdskit-workspace.json").string()), "");
    for (auto& table : manifest.tables)
      if ("records/" + table.name + ".jsonl" == path) {
        table.sha256 = digest_of(text).hex();
        table.bytes = text.size();
        table.records = static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
      }
    seal(manifest_text(manifest));
  }
  void seal(const std::string& manifest) {
    write_file(out() / "hdskit-workspace.json", manifest);
    ExportSums sums;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{out()})
      if (entry.is_regular_file() && entry.path().filename() != "SHA256SUMS")
        sums[entry.path().lexically_relative(out()).string()] = digest_of_file(entry.path()).hex();
    write_file(out() / "SHA256SUMS", sums_text(sums));
  }
  std::string read(const std::string& path) const { return read_bytes((out() / path).string()); }
  std::string records(const char* table) const { return read(std::string{"records/"} + table + ".jsonl"); }
  void forge_records(const char* table, const std::string& from, const std::string& to) {
    forge(std::string{"records/"} + table + ".jsonl", replaced(records(table), from, to));
  }

  ScratchFolder folder_;
  std::string digest_;
};

TEST_F(Import, goes_from_a_file_to_a_server_and_back_with_one_digest) {
  const auto url = fresh_postgresql_database();
  import_workspace(out(), url, acting());
  const auto server = Workspace::open(url);
  EXPECT_THAT(check_workspace(server), IsEmpty());
  EXPECT_EQ(export_workspace(server, folder_.path() / "two", "").digest.hex(), digest_);
  import_workspace(folder_.path() / "two", new_file(), acting());
  EXPECT_EQ(export_workspace(Workspace::open(new_file()), folder_.path() / "three", "").digest.hex(), digest_);
  EXPECT_EQ(problem_of([&] { import_workspace(out(), url, acting()); }).kind(), ProblemKind::bad_input) << "a workspace stands there";
}

TEST_F(Import, never_overwrites) {
  write_file(new_file(), "precious");
  EXPECT_EQ(refusal().kind(), ProblemKind::bad_input);
  EXPECT_EQ(read_bytes(new_file()), "precious");
}

TEST_F(Import, refuses_what_is_no_export) {
  EXPECT_EQ(problem_of([&] { import_workspace(folder_.path() / "absent", new_file(), acting()); }).kind(), ProblemKind::not_found);
  EXPECT_EQ(problem_of([&] { import_workspace(folder_.path(), new_file(), acting()); }).kind(), ProblemKind::bad_input);
  write_file(out() / "hdskit-workspace.json", "{");
  EXPECT_EQ(refusal().kind(), ProblemKind::bad_input);
  write_file(out() / "hdskit-workspace.json", std::string(2u << 20, ' '));
  EXPECT_EQ(refusal().kind(), ProblemKind::bad_input);
  write_file(out() / "hdskit-workspace.json", R"({"export_format":1,"records":[{"table":"../../etc/passwd"}]})");
  EXPECT_THAT(refusal().what(), AllOf(HasSubstr("journal"), HasSubstr("records[0].sha256")));
}

TEST_F(Import, refuses_another_digest_than_the_one_that_was_noted) {
  EXPECT_EQ(problem_of([&] { import_workspace(out(), new_file(), acting(), digest_of("another")); }).kind(), ProblemKind::damaged);
  EXPECT_FALSE(std::filesystem::exists(new_file()));
}

TEST_F(Import, refuses_newer_formats_with_both_numbers) {
  const auto manifest = read("hdskit-workspace.json");
  seal(replaced(manifest, "\"export_format\": 1", "\"export_format\": 7"));
  auto problem = refusal();
  EXPECT_EQ(problem.kind(), ProblemKind::newer_format);
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("format 7"), HasSubstr("format 1.")));
  const auto newest = std::to_string(newest_format());
  seal(replaced(manifest, "\"workspace_format\": " + newest, "\"workspace_format\": 4711"));
  problem = refusal();
  EXPECT_EQ(problem.kind(), ProblemKind::newer_format);
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("4711"), HasSubstr("up to " + newest)));
}

TEST_F(Import, brings_an_older_format_to_this_one) {
  const auto old = folder_.path() / "old.hds";
  create_at_format(old.string(), 3, acting(), [](Dialect& dialect) {
    dialect.execute("insert into setting (name, value) values ('kept', 'through the years')");
    append_to_journal(dialect, acting(), "add", "setting", "kept", "", R"({"value":"through the years"})");
  });
  const auto folder = folder_.path() / "export-3";
  for (const auto& path : {folder, folder / "records", folder / "documents"}) std::filesystem::create_directory(path);
  write_export(*connect(old.string(), usual_patience), 3, folder, "hdskit 0.0.3", {});
  const auto imported = import_workspace(folder, new_file(), acting());
  EXPECT_EQ(imported.manifest.workspace_format, 3);
  EXPECT_EQ(imported.format, newest_format());
  const auto workspace = Workspace::open(new_file());
  EXPECT_EQ(setting(workspace, "kept"), "through the years");
  EXPECT_EQ(journal_entries(workspace, {.last = 1}).at(0).verb, "upgrade");
  EXPECT_THAT(check_workspace(workspace), IsEmpty());
}

TEST_F(Import, tells_the_line_of_a_record_that_is_none) {
  const auto site = records("site");
  const std::vector<std::pair<std::string, const char*>> lines{
      {"null\n", "no JSON object of texts"},
      {replaced(site, "\"id\":\"1\"", "\"id\":\"one\""), "no whole number"},
      {replaced(site, "\"id\":\"1\"", "\"id\":1"), "missing"},
      {replaced(site, "\"city\":\"\",", ""), "“city” is missing"},
      {replaced(site, "\"city\":\"\"", "\"city\":\"\",\"colour\":\"\""), "fields that the table “site” does not have"},
      {replaced(site, "\"city\":\"\"", "\"city\": \"\""), "not written as hdskit writes it"},
      {replaced(site, "\"city\":\"\"", "\"city\":\"\",\"city\":\"\""), "not written as hdskit writes it"},
      {replaced(site, "\"city\":\"\"", "\"city\":\"a\\u0000b\""), "U+0000"},
      {replaced(site, "\"city\":\"\"", "\"city\":\"\xff\""), "no JSON object of texts"},
      {site + site, "repeats what only one record"},
  };
  for (const auto& [text, sentence] : lines) {
    forge("records/site.jsonl", text);
    EXPECT_THAT(refusal().what(), AllOf(HasSubstr("records/site.jsonl, line "), HasSubstr(sentence)));
  }
  forge("records/site.jsonl", site + replaced(site, "\"id\":\"1\"", "\"id\":\"-1\""));
  EXPECT_THAT(refusal().what(), HasSubstr("order of their keys"));
  forge("records/site.jsonl", site.substr(0, site.size() - 1));
  EXPECT_THAT(refusal().what(), HasSubstr("last line does not end"));
}

TEST_F(Import, sees_a_forged_journal_a_forged_summary_and_digests_that_contradict) {
  const auto journal = records("journal");
  forge_records("journal", "Rousset", "Roussel");
  EXPECT_THAT(refusal().what(), HasSubstr("Entry 1 was altered"));
  forge("records/journal.jsonl", journal);
  seal(replaced(read("hdskit-workspace.json"), "\"establishment\": \"\"", "\"establishment\": \"Another\""));
  EXPECT_THAT(refusal().what(), HasSubstr("does not say what the records hold"));
  seal(replaced(read("hdskit-workspace.json"), "\"establishment\": \"Another\"", "\"establishment\":  \"\""));
  EXPECT_THAT(refusal().what(), HasSubstr("not written as hdskit writes it"));
  seal(replaced(read("hdskit-workspace.json"), "\"establishment\":  \"\"", "\"establishment\": \"\""));
  write_file(out() / "SHA256SUMS", replaced(read("SHA256SUMS"), digest_, digest_of("x").hex()));
  EXPECT_THAT(refusal().what(), HasSubstr("SHA256SUMS: Line"));
}

TEST_F(Import, lets_no_document_leave_its_folder) {
  forge_records("document", digest_of(std::string(300'000, 'a')).hex(), "../../../../../../../etc/passwd");
  EXPECT_THAT(refusal().what(), HasSubstr("No document can have the digest “../../"));
}

TEST_F(Import, tells_faults_that_the_exported_workspace_had_already) {
  forge_records("site", "Salle", "Salon");
  const auto imported = import_workspace(out(), new_file(), acting());
  EXPECT_THAT(imported.defects, ElementsAre(HasSubstr("The site 1 was changed without hdskit")));
}

TEST_F(Import, says_how_much_room_it_needs) {
  std::filesystem::create_directory(folder_.path() / "disk");
  const auto disk = (folder_.path() / "disk").string();
  const auto said = on_own_disk(disk, 1200, [&](const auto&) {
    const auto problem = problem_of([&] { import_workspace(out(), disk + "/new.hds", acting()); });
    return (problem.kind() == ProblemKind::no_space ? "no space: " : "other: ") + std::string{problem.what()};
  });
  EXPECT_THAT(said, AllOf(testing::StartsWith("no space"), HasSubstr("free, and about")));
}

TEST_F(Import, minus_9_at_any_moment_leaves_no_workspace_or_a_whole_one) {
  constexpr int rounds = 30;
  std::mt19937 random{11};
  std::uniform_int_distribution<useconds_t> delay{0, 120'000}; // microseconds
  int whole = 0, none = 0;
  for (int round = 1; round <= rounds; ++round) {
    const auto file = (folder_.path() / (std::to_string(round) + ".hds")).string();
    Child child{[&](const Child::Line& line) {
      line.say('s');
      import_workspace(out(), file, acting());
      line.wait();
    }};
    ASSERT_EQ(child.hear(), 's');
    if (round < rounds) ::usleep(round == 1 ? 0 : delay(random));
    else
      while (!std::filesystem::exists(file)) ::usleep(1000); // this one is allowed to finish
    child.kill();
    if (!std::filesystem::exists(file)) {
      ++none;
      continue;
    }
    ++whole;
    ASSERT_THAT(check_workspace(Workspace::open(file)), IsEmpty());
  }
  EXPECT_GE(none, 1) << "no import was ever interrupted: this test has proven nothing";
  EXPECT_GE(whole, 1);
  import_workspace(out(), new_file(), acting());
  for (const auto& entry : std::filesystem::directory_iterator{folder_.path()})
    EXPECT_THAT(entry.path().filename().string(), testing::Not(testing::StartsWith("hdskit-"))) << "the next import removes what a kill left";
}

TEST_F(Import, minus_9_during_an_export_leaves_nothing_that_passes_for_one) {
  constexpr int rounds = 30;
  std::mt19937 random{13};
  std::uniform_int_distribution<useconds_t> delay{0, 60'000}; // microseconds
  const auto start = (folder_.path() / "start.hds").string();
  int whole = 0, partial = 0;
  for (int round = 1; round <= rounds; ++round) {
    const auto output = folder_.path() / ("out" + std::to_string(round));
    Child child{[&](const Child::Line& line) {
      line.say('s');
      export_workspace(Workspace::open(start), output, "hdskit 0.1.0");
      line.say('d');
      line.wait();
    }};
    ASSERT_EQ(child.hear(), 's');
    if (round < rounds) ::usleep(round == 1 ? 0 : delay(random));
    else ASSERT_EQ(child.hear(), 'd'); // this one is allowed to finish
    child.kill();
    if (std::filesystem::exists(output / export_names::manifest)) {
      ++whole;
      EXPECT_NO_THROW(import_workspace(output, (folder_.path() / (std::to_string(round) + ".hds")).string(), acting()));
      continue;
    }
    ++partial;
    try { // the next export there goes through, or names the folder
      export_workspace(Workspace::open(start), output, "hdskit 0.1.0");
    } catch (const Problem& problem) { EXPECT_THAT(std::string{problem.what()}, AllOf(HasSubstr(output.string()), HasSubstr("interrupted"))); }
  }
  EXPECT_GE(partial, 1) << "no export was ever interrupted: this test has proven nothing";
  EXPECT_GE(whole, 1);
}

} // namespace
