#include "toolkit/backup/result_file.hpp"

#include "tests/backup/sample_outcome.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/backup/result_heading.hpp"
#include "toolkit/backup/signing_key.hpp"
#include "toolkit/workspace/care.hpp"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ResultFile : public testing::Test {
protected:
  ScratchFolder folder_;
  Workspace workspace_ = Workspace::create((folder_.path() / "hopital.hds").string(), acting());
  std::filesystem::path key_ = folder_.path() / "machine.key", state_ = folder_.path() / "machine.state";
  int openings_ = 0;

  void SetUp() override {
    add_machine("NAS", create_signing_key(key_));
    workspace_.change(acting(), [](Change& change) {
      backup_kind("backup_source").add(change, {{"reference", "DPI"}, {"kind", "directory"}, {"location", "/srv/sauvegardes/dpi"}});
    });
  }
  void add_machine(const std::string& name, const std::string& public_key) {
    workspace_.change(acting(), [&](Change& change) { backup_kind("backup_machine").add(change, {{"reference", name}, {"public_key", public_key}}); });
  }
  std::filesystem::path result(int n, const RestoreTestOutcome& outcome) {
    const auto file = folder_.path() / ("result" + std::to_string(n));
    write_result(outcome, key_, state_, file, workspace_mark(workspace_));
    return file;
  }
  std::filesystem::path result(int n) { return result(n, sample_outcome(folder_.path(), n)); }
  OpenedResult open(const std::filesystem::path& file) {
    const auto into = folder_.path() / ("opened" + std::to_string(++openings_));
    std::filesystem::create_directory(into);
    return open_result(file, read_backups(workspace_).machines, into);
  }
  RestoreRun import(const std::filesystem::path& file) {
    const auto opened = open(file);
    RestoreRun run;
    workspace_.change(acting(), [&](Change& change) { run = import_result(change, opened); });
    return run;
  }
  /// The same file with one byte of `part` another one.
  std::filesystem::path tampered(const std::filesystem::path& file, std::size_t at) {
    auto bytes = read_file(file);
    bytes.at(at) = static_cast<char>(bytes[at] ^ 1);
    const auto other = folder_.path() / "tampered";
    write_file(other, bytes);
    return other;
  }
};

TEST_F(ResultFile, brings_a_test_back_whole) {
  const auto outcome = sample_outcome(folder_.path(), 1, RunVerdict::difference);
  const auto run = import(result(1, outcome));
  EXPECT_EQ(run.machine, "NAS");
  EXPECT_EQ(run.trigger, RunTrigger::imported);
  EXPECT_EQ(run.result_number, 1);
  EXPECT_EQ(report_of(workspace_, run).reason, "content_differs");
  EXPECT_EQ(run.manifest, outcome.report.manifest->hex());
  EXPECT_THAT(examine_chain(workspace_).faults, IsEmpty());
  EXPECT_THAT(examine_machines(workspace_), IsEmpty());
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
  EXPECT_EQ(read_backups(workspace_).machines[0].last_number, 1);
}

TEST_F(ResultFile, is_private) {
  struct stat status {};
  ASSERT_EQ(::stat(result(1).c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  ASSERT_EQ(::stat(key_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  std::filesystem::permissions(key_, std::filesystem::perms::group_read, std::filesystem::perm_options::add);
  EXPECT_EQ(problem_of([&] { result(2); }).kind(), ProblemKind::refused);
}

TEST_F(ResultFile, is_refused_wherever_a_byte_was_altered) {
  const auto file = result(1);
  const auto text = read_file(file);
  const auto lines = parse_result_heading(text.substr(0, longest_result_heading), "result");
  ASSERT_EQ(lines.parts.size(), 4u);
  std::size_t begin = lines.size;
  for (const auto& part : lines.parts) {
    SCOPED_TRACE(part.name);
    const auto problem = problem_of([&] { import(tampered(file, begin + part.length / 2)); });
    EXPECT_EQ(problem.kind(), ProblemKind::damaged);
    EXPECT_THAT(problem.what(), HasSubstr(std::string{part.name}));
    begin += part.length;
  }
  EXPECT_EQ(begin, text.size());
  for (std::size_t at = 0; at < lines.size; ++at) // every byte of the heading, the signature among them
    EXPECT_THROW(import(tampered(file, at)), Problem) << at;
  EXPECT_THAT(all_runs(workspace_), IsEmpty());
}

TEST_F(ResultFile, is_refused_when_it_is_cut_or_goes_on) {
  const auto file = result(1);
  const auto text = read_file(file);
  const auto other = folder_.path() / "other";
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{300}, text.size() / 2, text.size() - 1}) {
    write_file(other, std::string_view{text}.substr(0, size));
    EXPECT_THROW(import(other), Problem) << size;
  }
  write_file(other, text + "x");
  EXPECT_EQ(problem_of([&] { import(other); }).kind(), ProblemKind::damaged);
  EXPECT_THAT(all_runs(workspace_), IsEmpty());
}

TEST_F(ResultFile, of_an_unknown_key_is_refused_with_its_fingerprint) {
  const auto stranger = folder_.path() / "stranger.key";
  const auto public_key = create_signing_key(stranger);
  const auto file = folder_.path() / "strange";
  write_result(sample_outcome(folder_.path(), 1), stranger, folder_.path() / "strange.state", file);
  const auto problem = problem_of([&] { import(file); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr(key_fingerprint(public_key)));
  // Nor does it help to name the key of a machine that is trusted.
  auto text = read_file(file);
  const auto known = read_backups(workspace_).machines[0].fingerprint;
  text.replace(text.find(key_fingerprint(public_key)), known.size(), known);
  write_file(file, text);
  EXPECT_EQ(problem_of([&] { import(file); }).kind(), ProblemKind::damaged);
}

TEST_F(ResultFile, is_imported_once) {
  const auto file = result(1);
  import(file);
  const auto problem = problem_of([&] { import(file); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("TR1"));
}

TEST_F(ResultFile, comes_in_any_order_and_is_missed_until_then) {
  const auto first = result(1), second = result(2), third = result(3);
  import(third);
  EXPECT_THAT(examine_machines(workspace_), ElementsAre(HasSubstr("result 1 to 2 never came")));
  import(first);
  EXPECT_THAT(examine_machines(workspace_), ElementsAre(HasSubstr("result 2 never came")));
  import(second);
  EXPECT_THAT(examine_machines(workspace_), IsEmpty());
}

TEST_F(ResultFile, tells_of_numbers_that_were_given_twice) {
  const auto first = result(1);
  const auto state = read_file(state_);
  const auto second = result(2);
  write_file(state_, state); // somebody puts the clock of the machine's results back, to leave a test out
  const auto other = result(3);
  import(first);
  import(second);
  import(other);
  EXPECT_THAT(examine_machines(workspace_), ElementsAre(HasSubstr("2 results bear the number 2")));
  std::filesystem::remove(state_); // or begins anew
  import(result(4));
  EXPECT_THAT(examine_machines(workspace_), testing::Contains(HasSubstr("2 results bear the number 1")));
}

TEST_F(ResultFile, tells_of_results_that_do_not_follow_each_other) {
  const auto first = result(1);
  const auto state = read_file(state_);
  result(2); // never brought
  write_file(state_, state);
  result(3);                    // number 2 again, brought instead
  const auto third = result(4); // follows that one
  import(first);
  import(folder_.path() / "result2");
  import(third);
  EXPECT_THAT(examine_machines(workspace_), ElementsAre(HasSubstr("result 3 (TR3) does not follow")));
}

TEST_F(ResultFile, refuses_the_state_of_another_key) {
  result(1);
  const auto other = folder_.path() / "other.key";
  create_signing_key(other);
  EXPECT_EQ(problem_of([&] { write_result(sample_outcome(folder_.path(), 2), other, state_, folder_.path() / "r"); }).kind(), ProblemKind::bad_input);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "r"));
}

TEST_F(ResultFile, belongs_to_a_source_and_a_workspace_that_are_known) {
  auto outcome = sample_outcome(folder_.path(), 1);
  outcome.report.source = "PACS";
  const auto unknown = problem_of([&] { import(result(1, outcome)); });
  EXPECT_EQ(unknown.kind(), ProblemKind::refused);
  EXPECT_THAT(unknown.what(), HasSubstr("“PACS”"));
  const auto file = folder_.path() / "elsewhere";
  write_result(sample_outcome(folder_.path(), 2), key_, state_, file, std::string(64, 'a'));
  EXPECT_THAT(problem_of([&] { import(file); }).what(), HasSubstr("another workspace"));
  EXPECT_THAT(all_runs(workspace_), IsEmpty());
}

TEST_F(ResultFile, is_refused_once_the_machine_is_trusted_no_more) {
  const auto opened = open(result(1));
  workspace_.change(acting(), [&](Change& change) { backup_kind("backup_machine").remove(change, 1); });
  EXPECT_THAT(problem_of([&] { workspace_.change(acting(), [&](Change& change) { import_result(change, opened); }); }).what(), HasSubstr("no longer trusted"));
  EXPECT_EQ(problem_of([&] { open(folder_.path() / "result1"); }).kind(), ProblemKind::refused);
}

TEST_F(ResultFile, keeps_a_key_that_stands_there) {
  const auto before = read_file(key_);
  EXPECT_EQ(problem_of([&] { create_signing_key(key_); }).kind(), ProblemKind::refused);
  EXPECT_EQ(read_file(key_), before);
}

TEST_F(ResultFile, lets_nobody_note_what_came_by_hand) {
  const auto& kind = backup_kind("backup_machine");
  const auto edit = [&](const Assignments& values) {
    return problem_of([&] { workspace_.change(acting(), [&](Change& change) { kind.edit(change, 1, values); }); });
  };
  EXPECT_THAT(edit({{"last_number", "7"}}).what(), HasSubstr("noted by importing"));
  EXPECT_THAT(edit({{"fingerprint", std::string(64, 'a')}}).what(), HasSubstr("not the fingerprint"));
  const auto other = folder_.path() / "other.key";
  const auto key = create_signing_key(other);
  EXPECT_THAT(edit({{"public_key", key}, {"fingerprint", key_fingerprint(key)}}).what(), HasSubstr("does not change"));
  workspace_.change(acting(), [&](Change& change) { kind.edit(change, 1, {{"note", "Baie 3"}}); });
}

TEST(SourcePlan, comes_back_as_it_was) {
  const SourcePlan plan{.source = {.reference = "DPI",
                                   .kind = SourceKind::postgresql_dump,
                                   .location = "/srv/dumps",
                                   .rto = Minutes{240},
                                   .preserve = {"content", "mode"},
                                   .check_query = "select count(*)\nfrom patient",
                                   .turns = 12},
                        .objectives = {.rto = Minutes{240}, .rpo = std::nullopt, .rto_origin = "source DPI", .rpo_origin = ""},
                        .workspace_mark = std::string(64, 'a')};
  const auto text = plan_text(plan);
  const auto read = parse_plan(text, "plan");
  EXPECT_EQ(plan_text(read), text);
  EXPECT_EQ(read.source.kind, SourceKind::postgresql_dump);
  EXPECT_EQ(read.source.check_query, plan.source.check_query);
  EXPECT_EQ(read.objectives.rto->count, 240);
  EXPECT_EQ(read.workspace_mark, plan.workspace_mark);
}

TEST(SourcePlan, names_each_place_that_is_wrong) {
  const auto problem = problem_of([] {
    parse_plan(
        R"({"format":"hdskit-restore-plan","version":1,"workspace":"x","source":{"reference":"a b","kind":"tape","location":"/x","turns":0},"objectives":{"rto":"soon"}})",
        "plan");
  });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  for (const auto* place : {"workspace", "source.reference", "source.kind", "source.turns", "objectives.rto"}) EXPECT_THAT(problem.what(), HasSubstr(place));
  EXPECT_EQ(problem_of([] { parse_plan("{}", "plan"); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem_of([] { parse_plan("[", "plan"); }).kind(), ProblemKind::bad_input);
}

} // namespace
} // namespace tests
