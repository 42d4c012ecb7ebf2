#include "tests/continuity/small_hospital.hpp"
#include "tests/dossier/sample_restore.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/dossier_input.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

Date today() { return *Date::of(2026, 11, 22); }

class RestoreFiling : public testing::Test {
protected:
  RestoreFiling() {
    workspace_.change(tests::acting(), [](Change& change) {
      adopt_checklist(change, std::string{shipped_checklist("agrement-2006")});
      import_continuity(change, sound_hospital());
      backup_kind("backup_source").add(change, {{"reference", "DPI-NUIT"}, {"kind", "restic"}, {"location", "/sauvegardes/dpi"}, {"test_every", "90"}});
    });
  }

  FiledRestoreTest file(RestoreReport report) {
    report.manifest = report.differences = report.log = std::nullopt;
    RestoreTestOutcome outcome;
    outcome.report = std::move(report);
    return file_restore_test(workspace_, tests::acting(), outcome, today());
  }
  BackupArrangement arrangement() const { return read_continuity(workspace_).backups.at(0); }

  ScratchFolder folder_;
  Workspace workspace_ = Workspace::create((folder_.path() / "w.hds").string(), tests::acting());
};

/// The proven report under another run id, on another day.
RestoreReport proven_on(const char* started, char digit) {
  auto report = tests::proven_report();
  report.run_id = std::string(32, digit);
  report.started = Instant::parse(started);
  return report;
}

} // namespace

TEST_F(RestoreFiling, a_proof_becomes_evidence_that_holds_as_long_as_the_policy_says) {
  const auto filed = file(tests::proven_report());
  EXPECT_EQ(filed.run.reference, "TR1");
  EXPECT_EQ(filed.run.evidence, "TR1");
  const auto evidence = find_evidence(workspace_, "TR1");
  EXPECT_EQ(evidence.kind, EvidenceKind::report);
  EXPECT_EQ(evidence.media_type, "application/pdf");
  EXPECT_EQ(evidence.state, DemonstrationState::demonstrated);
  EXPECT_EQ(evidence.last_test, today());
  EXPECT_EQ(evidence.next_test, today().plus_days(90));
  EXPECT_EQ(evidence.valid_until, today().plus_days(90));
  EXPECT_THAT(evidence.title, HasSubstr("prouvé"));
  EXPECT_EQ(evidence.obligation, "backup");
}

TEST_F(RestoreFiling, links_the_items_on_restore_tests_unless_the_source_names_others) {
  EXPECT_THAT(file(tests::proven_report()).evidence.requirements, ElementsAre("R1111-14-3-b"));
  workspace_.change(tests::acting(), [](Change& change) {
    const auto source = find_source(change.workspace(), "DPI-NUIT");
    backup_kind("backup_source").edit(change, source.id.number(), {{"requirements", "R1111-14-3-d"}});
  });
  EXPECT_THAT(file(proven_on("2026-11-22T03:00:00Z", 'a')).evidence.requirements, ElementsAre("R1111-14-3-d"));
}

TEST_F(RestoreFiling, a_failed_test_is_filed_too_and_proves_nothing) {
  const auto filed = file(tests::failed_report());
  EXPECT_EQ(filed.evidence.state, DemonstrationState::written);
  EXPECT_FALSE(filed.evidence.valid_until);
  EXPECT_EQ(read_backups(workspace_).runs.size(), 1u);
  EXPECT_THAT(examine_chain(workspace_).faults, IsEmpty());
}

TEST_F(RestoreFiling, only_the_newest_proof_asks_to_be_renewed) {
  file(proven_on("2026-08-01T02:00:00Z", 'a'));
  EXPECT_TRUE(find_evidence(workspace_, "TR1").valid_until);
  file(tests::proven_report());
  EXPECT_FALSE(find_evidence(workspace_, "TR1").valid_until);
  EXPECT_TRUE(find_evidence(workspace_, "TR2").valid_until);
  file(proven_on("2026-09-01T02:00:00Z", 'b')); // the result of a machine that comes late
  EXPECT_FALSE(find_evidence(workspace_, "TR3").valid_until);
  EXPECT_TRUE(find_evidence(workspace_, "TR2").valid_until);
}

TEST_F(RestoreFiling, the_arrangement_follows_a_test_in_which_the_data_came_back) {
  const auto before = arrangement();
  file(tests::failed_report());
  EXPECT_EQ(arrangement().last_test, before.last_test) << "nothing is learnt from a restore that lacks files";
  file(tests::proven_report());
  const auto after = arrangement();
  EXPECT_EQ(after.last_test, today());
  EXPECT_EQ(after.measured_restore, Minutes{168});
  EXPECT_EQ(after.name, before.name);
  EXPECT_EQ(after.period, before.period);
}

TEST_F(RestoreFiling, the_time_of_a_sample_is_not_that_of_the_whole) {
  const auto before = arrangement();
  auto report = tests::proven_report();
  report.complete = false;
  file(report);
  EXPECT_EQ(arrangement().measured_restore, before.measured_restore);
  EXPECT_EQ(arrangement().last_test, today());
}

TEST_F(RestoreFiling, a_code_that_is_taken_gives_way_to_the_next_free_one) {
  workspace_.change(tests::acting(), [](Change& change) {
    Evidence other;
    other.code = "tr1";
    other.title = "Autre";
    other.file_name = "a.txt";
    add_evidence_bytes(change, other, "text");
  });
  const auto filed = file(tests::proven_report());
  EXPECT_EQ(filed.run.reference, "TR1");
  EXPECT_EQ(filed.evidence.code, "E001");
  EXPECT_EQ(read_backups(workspace_).runs.at(0).evidence, "E001");
}

TEST_F(RestoreFiling, is_refused_twice_and_leaves_nothing_of_the_second_time) {
  file(tests::proven_report());
  EXPECT_THROW(file(tests::proven_report()), Problem);
  EXPECT_EQ(all_evidence(workspace_).size(), 1u);
}

TEST_F(RestoreFiling, the_dossier_annexes_the_newest_test_and_the_newest_proof_of_each_source) {
  for (int month = 1; month <= 6; ++month) file(proven_on(("2026-0" + std::to_string(month) + "-01T02:00:00Z").c_str(), static_cast<char>('0' + month)));
  file(tests::failed_report());
  std::vector<std::string> codes;
  const auto input = read_dossier_input(workspace_);
  for (const auto& evidence : input.evidence) codes.push_back(evidence.code);
  EXPECT_THAT(codes, ElementsAre("TR6", "TR7"));
  EXPECT_EQ(input.backups.runs.size(), 7u);
  EXPECT_EQ(input.backup_chain.runs, 7u);
}

TEST(RecoveryObjectivesOfASource, its_own_words_come_first) {
  BackupSource source{.reference = "S", .service = "DPI", .rto = Minutes{60}};
  const auto objectives = objectives_of(source, sound_hospital());
  EXPECT_EQ(objectives.rto, Minutes{60});
  EXPECT_EQ(objectives.rto_origin, "source S");
  EXPECT_EQ(objectives.rpo, sound_hospital().services.at(0).rpo);
  EXPECT_EQ(objectives.rpo_origin, "service hébergé DPI");
}

TEST(RecoveryObjectivesOfASource, the_tightest_promise_above_its_arrangement_is_inherited_with_its_way) {
  auto hospital = sound_hospital();
  for (auto& service : hospital.services) service.rto.reset();
  const auto objectives = objectives_of({.reference = "S", .arrangement = "SV1"}, hospital);
  EXPECT_EQ(objectives.rto, Minutes{120});
  EXPECT_EQ(objectives.rto_origin, "CMP2 → SV1");
}

TEST(RecoveryObjectivesOfASource, there_are_none_where_nobody_promises) {
  const auto objectives = objectives_of({.reference = "S"}, sound_hospital());
  EXPECT_FALSE(objectives.rto || objectives.rpo);
  EXPECT_EQ(objectives.rto_origin, "");
}
