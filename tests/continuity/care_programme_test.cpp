#include "toolkit/continuity/care_programme.hpp"

#include "tests/continuity/small_hospital.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const auto today = day(2026, 11, 22);

CareObjective objective(const Continuity& all, std::string_view id) {
  for (const auto& each : care_objectives(all, today))
    if (each.id == id) return each;
  ADD_FAILURE() << id;
  return {};
}
Verdict verdict(const Continuity& all, std::string_view id) { return objective(all, id).verdict; }

/// The sound hospital with an administrative process and a technical platform on the same service, and a second backup elsewhere and offline.
Continuity exemplary_hospital() {
  auto all = sound_hospital();
  for (const auto& [reference, nature] : {std::pair{"ACT2", ActivityNature::administration}, std::pair{"ACT3", ActivityNature::technical_platform}}) {
    auto activity = all.activities[0];
    activity.reference = activity.name = reference, activity.nature = nature;
    all.activities.push_back(activity);
    all.impacts.push_back({.activity = reference, .after = Minutes{60}, .legal = 2});
    all.dependencies.push_back(needs(reference, "DPI"));
  }
  all.backups.push_back({.reference = "SV2", .copy = BackupArrangement::Copy::offline, .place = BackupArrangement::Place::other_site});
  all.backups[0].method = "Full, disk", all.backups[0].retention_days = 30;
  all.dependencies.push_back(needs("CMP2", "SV2"));
  return all;
}

TEST(CareProgramme, lists_every_objective_in_both_languages_with_source_and_proof) {
  std::vector<std::string> ids, computed;
  for (const auto& each : care_objectives({}, today)) {
    ids.push_back(each.id);
    if (each.computed) computed.push_back(each.id);
    for (const auto* text : {&each.title_french, &each.title_english, &each.source, &each.proof_french, &each.proof_english, &each.sentence})
      EXPECT_FALSE(text->empty()) << each.id;
    EXPECT_NE(each.title_french, each.title_english);
    EXPECT_EQ(each.verdict, each.computed ? Verdict::not_met : Verdict::not_assessed) << each.id;
  }
  EXPECT_THAT(ids, ElementsAre("P1", "P2", "O1.a", "O1.b", "O1.c", "O1.d", "O2.a", "O2.b", "O3.a", "O3.b", "O3.c", "O3.d", "O4.a", "O4.b"));
  EXPECT_THAT(computed, ElementsAre("O1.c", "O1.d", "O2.b", "O3.c", "O4.a", "O4.b"));
}

TEST(CareProgramme, is_met_by_the_exemplary_hospital) {
  for (const auto& each : care_objectives(exemplary_hospital(), today))
    EXPECT_TRUE(!each.computed || each.verdict == Verdict::met) << each.id << ": " << each.sentence;
}

TEST(CareProgramme, asks_for_the_three_natures_of_activity) {
  auto all = exemplary_hospital();
  all.activities[1].nature = ActivityNature::logistics;
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::at_risk);
  EXPECT_THAT(objective(all, "O1.c").sentence, HasSubstr("Missing: most critical administrative process."));
  all = exemplary_hospital();
  all.impacts[1].patient = all.impacts[2].patient = 2; // no major impact on patients any more
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::at_risk);
  all = exemplary_hospital();
  for (auto& plan : all.plans) plan.approved_on.reset();
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::not_met);
  all = exemplary_hospital();
  all.activities[2].rpo.reset();
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::at_risk);
}

TEST(CareProgramme, takes_the_administrative_process_that_can_be_missed_for_the_shortest_time) {
  auto all = exemplary_hospital();
  all.activities.push_back({.reference = "ACT4", .name = "Payroll", .nature = ActivityNature::administration, .mtpd = Minutes{60}});
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::at_risk); // and it is neither analysed nor covered
  all.activities[3].mtpd = Minutes{10'000};
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::met);
}

TEST(CareProgramme, holds_groups_to_two_thirds_of_their_activity) {
  auto all = exemplary_hospital();
  all.entities = {{.name = "Central", .activity_volume = 65}, {.name = "North", .activity_volume = 35}};
  for (auto& activity : all.activities) activity.entity = "Central";
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::at_risk);
  EXPECT_THAT(objective(all, "O1.c").sentence, HasSubstr("65 %"));
  EXPECT_EQ(verdict(all, "O1.d"), Verdict::at_risk);
  all.activities[2].entity = "North";
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::met);
  all.entities[1].activity_volume.reset();
  EXPECT_EQ(verdict(all, "O1.c"), Verdict::at_risk);
  EXPECT_THAT(objective(all, "O1.c").sentence, HasSubstr("not known: North"));
}

TEST(CareProgramme, asks_for_a_field_test_of_the_last_twelve_months_and_a_schedule) {
  auto all = exemplary_hospital();
  all.exercises[0].kind = ExerciseKind::table_top;
  EXPECT_EQ(verdict(all, "O1.d"), Verdict::not_met);
  all = exemplary_hospital();
  all.exercises[0].held_on = day(2025, 11, 1);
  EXPECT_EQ(verdict(all, "O1.d"), Verdict::not_met);
  all = exemplary_hospital();
  all.exercises[0].plans = {"PC1"};
  EXPECT_EQ(verdict(all, "O1.d"), Verdict::at_risk);
  EXPECT_THAT(objective(all, "O1.d").sentence, HasSubstr("not planned: PC2"));
  all.exercises.push_back({.reference = "EX2", .plans = {"PC2"}, .planned_on = day(2027, 2, 1)});
  EXPECT_EQ(verdict(all, "O1.d"), Verdict::met);
}

TEST(CareProgramme, asks_for_a_described_backup_below_each_critical_service) {
  auto all = exemplary_hospital();
  all.backups[0].retention_days.reset();
  EXPECT_EQ(verdict(all, "O2.b"), Verdict::not_met);
  EXPECT_THAT(objective(all, "O2.b").sentence, HasSubstr("DPI"));
  all = exemplary_hospital();
  all.services.push_back(service("LAB"));
  all.dependencies.push_back(needs("ACT1", "LAB"));
  EXPECT_EQ(verdict(all, "O2.b"), Verdict::at_risk);
}

TEST(CareProgramme, asks_for_two_backups_one_elsewhere_and_one_out_of_reach) {
  auto all = exemplary_hospital();
  all.backups[1].copy = BackupArrangement::Copy::connected;
  EXPECT_EQ(verdict(all, "O3.c"), Verdict::not_met);
  all.backups[0].copy = BackupArrangement::Copy::immutable;
  EXPECT_EQ(verdict(all, "O3.c"), Verdict::met);
  all.backups[1].place = BackupArrangement::Place::same_site;
  EXPECT_EQ(verdict(all, "O3.c"), Verdict::not_met);
  all = exemplary_hospital();
  all.dependencies.erase(all.dependencies.begin() + 3); // the first backup
  EXPECT_EQ(verdict(all, "O3.c"), Verdict::not_met);
}

TEST(CareProgramme, asks_for_a_recent_measured_restore_below_a_critical_activity) {
  auto all = exemplary_hospital();
  EXPECT_THAT(objective(all, "O4.a").sentence, HasSubstr("SV1 was restored on"));
  all.backups[0].last_test = all.components[1].last_test = day(2025, 1, 1);
  EXPECT_EQ(verdict(all, "O4.a"), Verdict::not_met);
}

TEST(CareProgramme, asks_for_an_owner_of_each_critical_activity) {
  auto all = exemplary_hospital();
  all.activities[0].owner = "";
  EXPECT_EQ(verdict(all, "O4.b"), Verdict::at_risk);
  EXPECT_THAT(objective(all, "O4.b").sentence, HasSubstr("ACT1"));
}

TEST(CareProgramme, names_a_person_who_answers_for_several_activities_once) {
  auto all = exemplary_hospital();
  for (auto& activity : all.activities) activity.owner = "Dr Roumagnac";
  EXPECT_EQ(verdict(all, "O4.b"), Verdict::met);
  EXPECT_EQ(objective(all, "O4.b").sentence, "Named: Dr Roumagnac.");
}

TEST(CareProgramme, tells_what_stands_of_objectives_that_it_cannot_judge) {
  const auto all = exemplary_hospital();
  EXPECT_EQ(objective(all, "O1.a").sentence, "Plans: 2; of these with a decision maker and a deputy: 2.");
  EXPECT_EQ(objective(all, "O1.b").sentence, "Lines of the crisis directory: 1; action cards: 1.");
  EXPECT_EQ(objective(all, "O3.b").sentence, "Plans: 2; of these with isolation measures: 0.");
  EXPECT_EQ(objective(all, "O3.a").sentence, objective(all, "O3.a").proof_english);
}

} // namespace
} // namespace hdskit
