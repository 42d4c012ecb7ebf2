#include "toolkit/dossier/taken_over.hpp"

#include "tests/dossier/sample_restore.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/backup/backup_store.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

Date today() { return *Date::of(2026, 11, 22); }

class TakingOver : public testing::Test {
protected:
  TakingOver() {
    change([](Change& change) {
      adopt_checklist(change, std::string{shipped_checklist("agrement-2006")});
      backup_kind("backup_source").add(change, {{"reference", "DPI-NUIT"}, {"kind", "restic"}, {"location", "/sauvegardes/dpi"}, {"test_every", "90"}});
    });
  }
  void change(const std::function<void(Change&)>& work) { workspace_.change(tests::acting(), work); }
  void follow(std::string_view id) {
    change([&](Change& change) { put_framework(change, {.xml = std::string{shipped_checklist(id)}, .use = FrameworkUse::followed}); });
  }
  Evidence test_on(const char* started, char digit, RestoreReport report = tests::proven_report()) {
    report.run_id = std::string(32, digit);
    report.started = Instant::parse(started);
    report.manifest = report.differences = report.log = std::nullopt;
    RestoreTestOutcome outcome;
    outcome.report = std::move(report);
    return file_restore_test(workspace_, tests::acting(), outcome, today()).evidence;
  }
  std::vector<std::string> served_by(const std::string& code) const { return find_evidence(workspace_, code).requirements; }
  TakeOverOffer offer(std::string_view id) const { return take_over_offer(workspace_, checklist_of(shipped_checklist(id), std::string{id}), today()); }
  void answer_and_pair() {
    change([](Change& change) {
      give_answer(change, all_checklists(change.workspace()),
                  {.item = "R1111-14-3-d", .state = DemonstrationState::demonstrated, .statement = "Les copies sont chiffrées.", .owner = "RSSI"});
      put_pairs(change, {{.id = {},
                          .from_framework = "agrement-2006",
                          .from_item = "R1111-14-3-d",
                          .to_framework = "snds-2024",
                          .to_item = "SNDS24-8-2",
                          .strength = MappingStrength::covers,
                          .origin = "",
                          .note = ""}});
      add_evidence_bytes(change, {.code = "PLAN", .title = "Plan", .requirements = {"R1111-14-3-d"}}, "Un plan.");
      add_evidence_bytes(change, {.code = "VIEUX", .title = "Ancien plan", .requirements = {"R1111-14-3-d"}, .valid_until = today().plus_days(-1)}, "Périmé.");
    });
  }

  ScratchFolder folder_;
  Workspace workspace_ = Workspace::create((folder_.path() / "w.hds").string(), tests::acting());
};

} // namespace

TEST_F(TakingOver, documents_serve_as_long_as_they_hold) {
  answer_and_pair();
  EXPECT_THAT(evidence_in_force(workspace_, today()), ElementsAre(testing::Pair("R1111-14-3-d", "PLAN")));
  EXPECT_THAT(evidence_in_force(workspace_, today().plus_days(-1)), SizeIs(2));
}

TEST_F(TakingOver, an_answer_brings_its_documents_and_is_offered_once) {
  answer_and_pair();
  const auto found = offer("snds-2024");
  ASSERT_THAT(found.answers, SizeIs(1));
  EXPECT_EQ(found.answers[0].taken.item, "R1111-14-3-d");
  EXPECT_THAT(found.answers[0].documents, ElementsAre("PLAN"));
  follow("snds-2024");
  change([&](Change& change) { take_over(change, framework_checklist(workspace_, "snds-2024"), found); });
  EXPECT_THAT(served_by("PLAN"), ElementsAre("R1111-14-3-d", "SNDS24-8-2"));
  EXPECT_THAT(served_by("VIEUX"), ElementsAre("R1111-14-3-d"));
  EXPECT_TRUE(offer("snds-2024").empty());
}

TEST_F(TakingOver, a_restore_report_serves_every_framework_that_is_followed) {
  follow("hds-v2");
  const auto evidence = test_on("2026-11-22T02:00:00Z", 'a');
  EXPECT_THAT(evidence.requirements, ElementsAre("R1111-14-3-b", "EXI-05-A", "EXI-05-G"));
  EXPECT_EQ(evidence.obligation, "backup") << "that of the main checklist";
}

TEST_F(TakingOver, what_a_source_names_decides_for_the_frameworks_that_it_names_alone) {
  follow("hds-v2");
  change([](Change& change) {
    const auto source = find_source(change.workspace(), "DPI-NUIT");
    backup_kind("backup_source").edit(change, source.id.number(), {{"requirements", "EXI-05-G"}});
  });
  EXPECT_THAT(test_on("2026-11-22T02:00:00Z", 'a').requirements, UnorderedElementsAre("EXI-05-G", "R1111-14-3-b"));
}

TEST_F(TakingOver, a_framework_followed_later_is_offered_the_reports_that_stand) {
  test_on("2026-08-01T02:00:00Z", 'a');
  test_on("2026-09-01T02:00:00Z", 'b');
  test_on("2026-10-01T02:00:00Z", 'c', tests::failed_report());
  const auto found = offer("hds-v2");
  std::vector<std::string> codes;
  for (const auto& report : found.reports) codes.push_back(report.code);
  EXPECT_THAT(codes, UnorderedElementsAre("TR2", "TR3")) << "the newest proof and the newest test";
  follow("hds-v2");
  change([&](Change& change) { take_over(change, framework_checklist(workspace_, "hds-v2"), found); });
  EXPECT_THAT(served_by("TR2"), ElementsAre("R1111-14-3-b", "EXI-05-A", "EXI-05-G"));
  EXPECT_THAT(served_by("TR1"), ElementsAre("R1111-14-3-b"));
  EXPECT_THAT(offer("hds-v2").reports, IsEmpty()) << "they name its items already";
}

TEST_F(TakingOver, a_report_that_no_longer_holds_is_not_offered) {
  test_on("2026-11-01T02:00:00Z", 'a');
  EXPECT_THAT(check_reports(workspace_, today()), SizeIs(1));
  EXPECT_THAT(check_reports(workspace_, today().plus_days(400)), IsEmpty());
}
