#include "tests/support/workspaces.hpp"
#include "toolkit/continuity/chain_rules.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/continuity/critical_path.hpp"
#include "toolkit/demonstration/create_demonstration.hpp"
#include "toolkit/demonstration/demonstration_files.hpp"
#include "toolkit/dossier/exercise_results.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/risk/version.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

using namespace hdskit;
using namespace tests;
using testing::UnorderedElementsAre;

namespace {

Date today() { return *Date::of(2026, 11, 22); }

} // namespace

/// One demonstration for all tests of this file.
class DemonstrationContinuity : public testing::Test {
protected:
  static void SetUpTestSuite() {
    folder_ = new ScratchFolder;
    create_demonstration((folder_->path() / "demo.hds").string(), acting());
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static Workspace open() { return Workspace::open((folder_->path() / "demo.hds").string()); }
  Continuity all_ = read_continuity(open());

private:
  static inline ScratchFolder* folder_ = nullptr;
};

TEST_F(DemonstrationContinuity, holds_what_the_hospital_is_known_for) {
  EXPECT_EQ(all_.activities.size(), 15u);
  EXPECT_EQ(all_.impacts.size(), 75u) << "five times each";
  EXPECT_EQ(all_.services.size(), 12u);
  EXPECT_EQ(all_.components.size(), 60u);
  EXPECT_GE(all_.backups.size(), 10u);
  EXPECT_EQ(all_.plans.size(), 2u);
  EXPECT_EQ(all_.contacts.size(), 14u);
  EXPECT_EQ(all_.cards.size(), 6u);
  EXPECT_EQ(std::ranges::count_if(all_.exercises, [](const Exercise& exercise) { return exercise.held_on.has_value(); }), 4);
}

TEST_F(DemonstrationContinuity, the_check_finds_what_the_readme_says_and_nothing_else) {
  std::vector<std::string> found;
  for (const auto& finding : check_continuity(all_, today())) found.push_back(finding.finding.rule + " " + finding.finding.subject);
  EXPECT_THAT(found,
              UnorderedElementsAre("backup-period-above-rpo backup_arrangement SV12", "restore-above-rto backup_arrangement SV8", "unproven component CMP18",
                                   "never-exercised activity ACT14", "never-exercised continuity_plan PC2", "correction-late corrective_action AC5"));
}

TEST_F(DemonstrationContinuity, the_nightly_backup_lights_up_with_the_way_that_shows_why) {
  const auto findings = check_continuity(all_, today());
  const auto found = std::ranges::find(findings, "backup-period-above-rpo", [](const ChainFinding& one) { return one.finding.rule; });
  ASSERT_NE(found, findings.end());
  EXPECT_THAT(found->path, testing::ElementsAre("ACT8", "CMP52", "SV12"));
}

TEST_F(DemonstrationContinuity, the_recovery_plan_brings_services_back_when_its_document_says) {
  const auto schedule = schedule_of(all_, all_.plans[1]);
  const std::map<std::string, int> minutes = {{"URG", 90},   {"DPI", 180}, {"PHARMA", 180}, {"GAP", 300},     {"RIS", 300},
                                              {"PACS", 420}, {"MSS", 600}, {"EHPAD", 600},  {"TELEMED", 600}, {"ARCH", 1320}};
  for (const auto& [service, expected] : minutes) EXPECT_EQ(planned_return(schedule, service), Minutes{expected}) << service;
  EXPECT_EQ(schedule.total, Minutes{1320});
  for (const auto& plan : all_.plans) {
    const auto planned = schedule_of(all_, plan);
    EXPECT_GE(planned.steps.size(), 10u);
    EXPECT_LT(planned.critical.size(), planned.steps.size()) << "there are parallel branches";
  }
}

TEST_F(DemonstrationContinuity, what_exercises_achieved_agrees_with_the_report) {
  std::map<std::string, std::int64_t> achieved;
  for (const auto& result : exercise_results(all_, today())) achieved[result.reference] = result.achieved.count;
  EXPECT_EQ(achieved["URG"], 112) << "1 h 52";
  EXPECT_EQ(achieved["DPI"], 201) << "3 h 21";
  EXPECT_EQ(achieved["PACS"], 400) << "6 h 40 in September, after 9 h 10 in May";
  EXPECT_EQ(achieved["EHPAD"], 375) << "6 h 15";
  EXPECT_EQ(achieved["ARCH"], 1320) << "22 h";
}

TEST_F(DemonstrationContinuity, telephone_numbers_are_of_ranges_kept_for_fiction) {
  for (const auto& contact : all_.contacts)
    for (const auto& phone : {contact.phone, contact.other_phone})
      EXPECT_TRUE(phone.empty() || phone.starts_with("01 99 00") || phone.starts_with("02 61 91") || phone.starts_with("06 39 98"))
          << contact.reference << " " << phone;
}

TEST_F(DemonstrationContinuity, what_it_cites_as_evidence_is_there) {
  std::vector<std::string> codes;
  for (const auto& piece : all_evidence(open())) codes.push_back(piece.code);
  for (const auto& plan : all_.plans) EXPECT_THAT(codes, testing::Contains(plan.evidence));
  for (const auto& exercise : all_.exercises)
    if (!exercise.evidence.empty()) { EXPECT_THAT(codes, testing::Contains(exercise.evidence)); }
  for (const auto& correction : all_.corrections)
    if (!correction.evidence.empty()) { EXPECT_THAT(codes, testing::Contains(correction.evidence)); }
}

TEST_F(DemonstrationContinuity, the_file_is_written_as_an_export_writes_it) {
  const auto name = std::string{"continuity/continuity.json"};
  EXPECT_EQ(continuity_text(parse_continuity(demonstration_file(name), name)), demonstration_file(name));
  EXPECT_EQ(continuity_text(all_), demonstration_file(name)) << "nothing is lost on the way through the workspace";
}

TEST_F(DemonstrationContinuity, the_study_was_frozen_by_the_security_officer) {
  const auto versions = study_versions(open());
  ASSERT_FALSE(versions.empty());
  EXPECT_EQ(versions[0].author, "Karim Belhadj-Roux");
}
