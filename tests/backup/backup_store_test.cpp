#include "toolkit/backup/backup_store.hpp"

#include "tests/backup/sample_outcome.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/organisation/cited_records.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_reversal.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class BackupStore : public OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();

  void add_source(const Assignments& values = {}) {
    Assignments all = {{"reference", "DPI"}, {"kind", "directory"}, {"location", "/srv/sauvegardes/dpi"}};
    all.insert(all.end(), values.begin(), values.end());
    workspace_.change(acting(), [&](Change& change) { backup_kind("backup-source").add(change, all); });
  }
  void edit_source(const Assignments& values) {
    const auto id = find_source(workspace_, "DPI").id.number();
    workspace_.change(acting(), [&](Change& change) { backup_kind("backup_source").edit(change, id, values); });
  }
  RestoreRun record(int n, RunVerdict verdict = RunVerdict::proven) { return record(sample_outcome(folder(), n, verdict)); }
  RestoreRun record(const RestoreTestOutcome& outcome) {
    RestoreRun run;
    workspace_.change(acting(), [&](Change& change) { run = record_run(change, outcome); });
    return run;
  }
  /// As somebody would who has the database and not hdskit.
  void tamper(const std::string& sql) { workspace_.dialect().execute(sql, {}); }
  std::vector<std::string> faults() { return examine_chain(workspace_).faults; }
  std::string refused(const Assignments& values) {
    return problem_of([&] { edit_source(values); }).what();
  }
};
INSTANTIATE_ON_BOTH_ENGINES(BackupStore);

TEST_P(BackupStore, keeps_a_source_with_all_that_is_said_of_it) {
  add_source({{"rto", "4h"}, {"rpo", "24h"}, {"preserve", "content; mode"}, {"turns", "10"}, {"check_command", "/usr/bin/grep 'deux mots' fichier"}});
  const auto source = find_source(workspace_, "dpi");
  EXPECT_EQ(source.kind, SourceKind::directory);
  EXPECT_EQ(source.rto->count, 240);
  EXPECT_EQ(source.preserve, (std::vector<std::string>{"content", "mode"}));
  EXPECT_EQ(source.turns, 10);
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(BackupStore, refuses_values_that_no_test_could_use) {
  add_source();
  EXPECT_THAT(refused({{"preserve", "content; moods"}}), HasSubstr("“moods”"));
  EXPECT_THAT(refused({{"test_every", "0"}}), HasSubstr("from 1 to 3650"));
  EXPECT_THAT(refused({{"test_every", "3651"}}), HasSubstr("from 1 to 3650"));
  EXPECT_THAT(refused({{"turns", "1001"}}), HasSubstr("from 1 to 1000"));
  EXPECT_THAT(refused({{"random_permille", "1001"}}), HasSubstr("from 0 to 1000"));
  EXPECT_THAT(refused({{"reference_manifest", "dpi.manifest"}}), HasSubstr("whole path"));
  EXPECT_THAT(refused({{"location", "dpi"}}), HasSubstr("whole path"));
  EXPECT_THAT(refused({{"time_limit", "0 min"}}), HasSubstr("at least a minute"));
  EXPECT_THAT(refused({{"check_command", "/usr/bin/grep 'open"}}), HasSubstr("Check command"));
  EXPECT_THAT(refused({{"reference", "Dossier patient"}}), HasSubstr("cannot be a name"));
  EXPECT_THAT(refused({{"reference", "../DPI"}}), HasSubstr("cannot be a name"));
  EXPECT_THAT(refused({{"password_file", "/etc/hdskit/dpi"}, {"password_command", "pass dpi"}}), HasSubstr("not from both"));
  EXPECT_THAT(problem_of([&] { add_source(); }).what(), HasSubstr("“DPI” already"));
}

TEST_P(BackupStore, takes_addresses_of_repositories_but_no_password_in_them) {
  add_source();
  edit_source({{"kind", "restic"}, {"location", "sftp:sauvegarde@nas:/srv/restic"}});
  edit_source({{"location", "rest:https://nas.hopital.example/dpi"}});
  edit_source({{"kind", "borg"}, {"location", "ssh://borg@nas/./dpi"}});
  EXPECT_THAT(refused({{"location", "ssh://borg:secret@nas/./dpi"}}), HasSubstr("holds a password"));
  EXPECT_THAT(refused({{"kind", "archive"}}), HasSubstr("whole path")); // an address is none of a file
  edit_source({{"kind", "command"}, {"location", "/usr/local/lib/adapter --volume 3"}});
  EXPECT_THAT(refused({{"location", "adapter --volume 3"}}), HasSubstr("adapter"));
}

TEST_P(BackupStore, cites_services_and_arrangements_that_are_there_and_follows_them) {
  add_source();
  EXPECT_THAT(refused({{"service", "DPI"}}), HasSubstr("“DPI”"));
  EXPECT_THAT(refused({{"arrangement", "SV1"}}), HasSubstr("“SV1”"));
  workspace_.change(acting(), [](Change& change) { record_rows::insert(change, "backup_arrangement", {"reference", "name"}, 1, {"SV1", "Nuit"}); });
  edit_source({{"arrangement", "sv1"}});
  EXPECT_EQ(find_source(workspace_, "DPI").arrangement, "SV1");
  EXPECT_EQ(citable_records(workspace_, backup_kinds(), "backup_arrangement").size(), 1u);
}

TEST_P(BackupStore, keeps_the_name_of_a_source_that_was_tested) {
  add_source();
  edit_source({{"reference", "DPI-2"}});
  workspace_.change(acting(), [&](Change& change) {
    backup_kind("backup_source").edit(change, find_source(workspace_, "DPI-2").id.number(), {{"reference", "DPI"}});
  });
  record(1);
  EXPECT_THAT(refused({{"reference", "DPI-2"}}), HasSubstr("keeps its name"));
}

TEST_P(BackupStore, chains_tests_whatever_their_verdict) {
  const auto first = record(1), second = record(2, RunVerdict::inconclusive), third = record(3, RunVerdict::difference);
  EXPECT_EQ(first.reference, "TR1");
  EXPECT_EQ(first.previous, "");
  EXPECT_EQ(third.previous, second.digest);
  EXPECT_EQ(first.restore_seconds, 62); // never less than it took
  EXPECT_EQ(first.rpo_seconds, 7200);
  const auto chain = examine_chain(workspace_);
  EXPECT_THAT(chain.faults, IsEmpty());
  EXPECT_EQ(chain.runs, 3u);
  EXPECT_EQ(chain.head, third.digest);
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
  const auto report = report_of(workspace_, second);
  EXPECT_EQ(report.verdict, RunVerdict::inconclusive);
  EXPECT_EQ(report.sentences, std::vector<std::string>{"Phrase du test 2."});
}

TEST_P(BackupStore, records_a_test_once) {
  record(1);
  const auto problem = problem_of([&] { record(1); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("TR1"));
  EXPECT_THAT(faults(), IsEmpty()); // the number that was not given in the end is no gap
}

TEST_P(BackupStore, refuses_files_that_are_not_those_of_the_report) {
  auto outcome = sample_outcome(folder(), 1);
  write_file(outcome.manifest, "another\n");
  EXPECT_EQ(problem_of([&] { record(outcome); }).kind(), ProblemKind::damaged);
  EXPECT_THAT(all_runs(workspace_), IsEmpty());
}

TEST_P(BackupStore, never_takes_a_test_back) {
  add_source();
  const auto span = change_and_note(workspace_, acting(), [&](Change& change) {
    auto run = record_run(change, sample_outcome(folder(), 1));
    set_run_evidence(change, run, "E001");
  });
  const auto problem = problem_of([&] { workspace_.change(acting(), [&](Change& change) { revert_changes(change, span); }); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("is a restore test"));
  const auto edit = problem_of([&] { workspace_.change(acting(), [&](Change& change) { revert_changes(change, {span.last, span.last}); }); });
  EXPECT_THAT(edit.what(), HasSubstr("is a restore test"));
  EXPECT_EQ(all_runs(workspace_).at(0).evidence, "E001");
  EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(BackupStore, names_a_column_that_was_changed) {
  record(1);
  record(2, RunVerdict::difference);
  tamper("update restore_run set verdict = 'proven' where id = 2");
  EXPECT_THAT(faults(), testing::ElementsAre(AllOf(HasSubstr("TR2"), HasSubstr("“proven” in the list"), HasSubstr("“difference”"))));
}

TEST_P(BackupStore, names_a_test_that_was_deleted_even_with_its_documents) {
  record(1);
  const auto gone = record(2, RunVerdict::difference);
  record(3);
  tamper("delete from restore_run where id = 2");
  tamper("delete from document_piece where digest = '" + gone.report + "'");
  tamper("delete from document where digest = '" + gone.report + "'");
  EXPECT_THAT(faults(), testing::ElementsAre(AllOf(HasSubstr("TR3"), HasSubstr("does not follow TR1")), HasSubstr("TR2 was recorded and is gone")));
}

TEST_P(BackupStore, names_the_newest_test_that_was_deleted_although_its_number_was_taken_back) {
  record(1);
  record(2, RunVerdict::difference);
  tamper("delete from restore_run where id = 2");
  EXPECT_THAT(faults(), testing::ElementsAre(HasSubstr("TR2 was recorded and is gone")));
  tamper("update counter set value = 1 where name = 'restore_run'"); // the journal still knows
  EXPECT_THAT(faults(), testing::ElementsAre(HasSubstr("TR2 was recorded and is gone")));
}

TEST_P(BackupStore, names_a_report_that_was_altered_or_removed) {
  const auto first = record(1), second = record(2);
  tamper("delete from document_piece where digest = '" + first.report + "'");
  EXPECT_THAT(faults(), testing::ElementsAre(AllOf(HasSubstr("TR1"), HasSubstr("no longer in the vault"))));
  EXPECT_EQ(problem_of([&] { report_of(workspace_, first); }).kind(), ProblemKind::damaged);
  // Another report under the digest of the old one: the bytes do not match.
  tamper("update document_piece set digest = '" + first.report + "' where digest = '" + second.report + "'");
  tamper("update document set size = (select size from document where digest = '" + second.report + "') where digest = '" + first.report + "'");
  EXPECT_THAT(faults(), Contains(AllOf(HasSubstr("TR1"), HasSubstr("altered"))));
}

TEST_P(BackupStore, names_a_report_that_was_replaced_with_its_digest) {
  record(1, RunVerdict::difference);
  record(2);
  // Whoever files a better report and points the row at it still does not have the link.
  auto better = sample_outcome(folder(), 1);
  std::string digest;
  workspace_.change(acting(), [&](Change& change) { digest = store_document_bytes(change, "{}").digest.hex(); });
  tamper("update restore_run set report = (select report from restore_run where id = 2) where id = 1");
  EXPECT_THAT(faults(), Contains(AllOf(HasSubstr("TR1"), HasSubstr("its link in the chain is not that of its report"))));
  tamper("update restore_run set report = '" + digest + "' where id = 1");
  EXPECT_THAT(faults(), Contains(HasSubstr("TR1")));
}

TEST_P(BackupStore, names_a_chain_that_was_reordered) {
  record(1, RunVerdict::difference);
  record(2);
  tamper("update restore_run set id = 99 where id = 1");
  tamper("update restore_run set id = 1 where id = 2");
  tamper("update restore_run set id = 2 where id = 99");
  EXPECT_THAT(faults(), AllOf(Contains(HasSubstr("renamed or moved")), Contains(HasSubstr("does not follow")), Contains(HasSubstr("is not the first one"))));
}

TEST_P(BackupStore, names_a_test_that_was_slipped_in) {
  record(1);
  tamper("insert into restore_run (id, reference, source, run_id, verdict, level, trigger) values (2, 'TR2', 'DPI', 'x', 'proven', 'compared', 'manual')");
  EXPECT_THAT(faults(), AllOf(Contains(HasSubstr("the journal does not know it")), Contains(HasSubstr("does not follow TR1"))));
}

TEST_P(BackupStore, names_a_manifest_that_is_gone) {
  const auto run = record(1);
  tamper("delete from document_piece where digest = '" + run.manifest + "'");
  EXPECT_THAT(faults(), testing::ElementsAre(AllOf(HasSubstr("TR1"), HasSubstr("Manifest"))));
}

TEST_P(BackupStore, finds_a_test_by_its_name_or_identifier) {
  add_source();
  const auto run = record(1);
  EXPECT_EQ(find_run(workspace_, "tr1").id, run.id);
  EXPECT_EQ(find_run(workspace_, run.run_id).id, run.id);
  EXPECT_EQ(find_run(workspace_, run.run_id.substr(0, 8)).id, run.id);
  EXPECT_EQ(problem_of([&] { find_run(workspace_, "TR9"); }).kind(), ProblemKind::not_found);
}

TEST_P(BackupStore, builds_the_next_test_upon_the_last_good_one) {
  add_source();
  const auto source = find_source(workspace_, "DPI");
  EXPECT_FALSE(previous_test_of(workspace_, source, folder()));
  const auto good = record(1);
  record(2, RunVerdict::difference);
  record(3, RunVerdict::inconclusive);
  const auto previous = previous_test_of(workspace_, source, folder());
  ASSERT_TRUE(previous);
  EXPECT_EQ(previous->run_id, good.run_id);
  EXPECT_EQ(previous->point, "point1");
  EXPECT_EQ(previous->files, 101u);
  EXPECT_EQ(read_file(previous->manifest), "manifest of test1\n");
}

TEST_P(BackupStore, moves_on_after_an_alarm_only_when_a_person_saw_it) {
  add_source();
  const auto source = find_source(workspace_, "DPI");
  record(1);
  auto alarm = sample_outcome(folder(), 2, RunVerdict::difference);
  alarm.report.reason = "suspicious";
  alarm.report.trigger = RunTrigger::timer;
  record(alarm);
  EXPECT_EQ(previous_test_of(workspace_, source, folder())->point, "point1");
  auto seen = sample_outcome(folder(), 3, RunVerdict::difference);
  seen.report.reason = "suspicious";
  record(seen);
  EXPECT_EQ(previous_test_of(workspace_, source, folder())->point, "point3");
}

TEST_P(BackupStore, counts_the_tests_since_the_backup_grew) {
  add_source();
  for (int n = 1; n <= 4; ++n) {
    auto outcome = sample_outcome(folder(), n);
    if (n > 1) outcome.report.restored_files = outcome.report.restored_bytes = 5;
    record(outcome);
  }
  EXPECT_EQ(previous_test_of(workspace_, find_source(workspace_, "DPI"), folder())->tests_without_growth, 2u);
}

TEST_P(BackupStore, runs_a_test_although_the_last_one_lies_damaged) {
  add_source();
  const auto run = record(1);
  tamper("delete from document_piece where digest = '" + run.manifest + "' or digest = '" + run.report + "'");
  const auto previous = previous_test_of(workspace_, find_source(workspace_, "DPI"), folder());
  ASSERT_TRUE(previous);
  EXPECT_TRUE(previous->manifest.empty());
}

} // namespace
} // namespace tests
