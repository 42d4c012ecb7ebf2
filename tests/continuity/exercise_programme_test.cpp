#include "toolkit/continuity/exercise_programme.hpp"

#include "tests/continuity/small_hospital.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const auto today = day(2026, 11, 22);

ExerciseCoverage coverage_of(const Continuity& all, std::string_view reference) {
  for (const auto& each : exercise_coverage(all, today))
    if (each.reference == reference) return each;
  return {};
}

TEST(MonthsBefore, keeps_to_the_last_day_of_shorter_months) {
  EXPECT_EQ(months_before(day(2026, 11, 22), 12), day(2025, 11, 22));
  EXPECT_EQ(months_before(day(2028, 2, 29), 12), day(2027, 2, 28));
  EXPECT_EQ(months_before(day(2026, 3, 31), 1), day(2026, 2, 28));
  EXPECT_EQ(months_before(day(2026, 1, 15), 1), day(2025, 12, 15));
}

TEST(ExerciseCoverage, lists_activities_services_components_and_plans_with_their_last_and_next_exercise) {
  auto all = sound_hospital();
  all.exercises.push_back({.reference = "EX2", .plans = {"PC1"}, .covers = {"dpi"}, .planned_on = day(2027, 3, 1)});
  all.exercises.push_back({.reference = "EX3", .covers = {"DPI"}, .planned_on = day(2027, 1, 1)});
  all.exercises.push_back({.reference = "EX4", .covers = {"DPI"}, .held_on = day(2024, 1, 1)});
  std::vector<std::string> references;
  for (const auto& each : exercise_coverage(all, today)) references.push_back(each.kind + " " + each.reference);
  EXPECT_THAT(references, ElementsAre("activity ACT1", "service DPI", "component CMP1", "component CMP2", "continuity_plan PC1", "continuity_plan PC2"));
  const auto covered = coverage_of(all, "DPI");
  EXPECT_EQ(covered.last, day(2026, 6, 2));
  EXPECT_EQ(covered.next, day(2027, 1, 1));
  EXPECT_THAT(covered.exercises, ElementsAre("EX1", "EX2", "EX3", "EX4"));
  EXPECT_TRUE(covered.proven);
  EXPECT_EQ(coverage_of(all, "PC1").next, day(2027, 3, 1));
}

TEST(ExerciseCoverage, proves_nothing_by_exercises_to_come_missed_or_older_than_twelve_months) {
  auto all = sound_hospital();
  all.exercises[0].held_on = day(2026, 11, 23);
  EXPECT_EQ(coverage_of(all, "DPI").last, std::nullopt);
  EXPECT_FALSE(coverage_of(all, "DPI").proven);
  all.exercises[0].held_on.reset(); // planned in June and never held
  EXPECT_EQ(coverage_of(all, "DPI").next, std::nullopt);
  all.exercises[0].held_on = day(2025, 11, 21);
  EXPECT_EQ(coverage_of(all, "DPI").last, day(2025, 11, 21));
  EXPECT_FALSE(coverage_of(all, "DPI").proven);
  EXPECT_THAT(coverage_of(all, "CMP1").exercises, IsEmpty());
}

TEST(ExerciseProgramme, sorts_three_years_by_day_and_names_the_empty_ones) {
  Continuity all;
  all.exercises = {{.reference = "EX1", .planned_on = day(2026, 9, 1)},   {.reference = "EX2", .planned_on = day(2026, 1, 1), .held_on = day(2026, 2, 1)},
                   {.reference = "EX3", .planned_on = day(2028, 12, 31)}, {.reference = "EX4", .planned_on = day(2029, 1, 1)},
                   {.reference = "EX5", .planned_on = day(2025, 12, 31)}, {.reference = "EX6"}};
  const auto programme = exercise_programme(all, 2026);
  ASSERT_EQ(programme.years.size(), 3u);
  std::vector<std::string> first;
  for (const auto* exercise : programme.years[0]) first.push_back(exercise->reference);
  EXPECT_THAT(first, ElementsAre("EX2", "EX1"));
  EXPECT_THAT(programme.years[1], IsEmpty());
  EXPECT_EQ(programme.years[2].size(), 1u);
  EXPECT_THAT(programme.empty_years, ElementsAre(2027));
}

/// Three entities of 660, 300 and 40; each has one activity, ACT1 of the largest rests on the exercised plan.
Continuity group() {
  auto all = sound_hospital();
  all.entities = {{.name = "Central", .activity_volume = 660}, {.name = "North", .activity_volume = 300}, {.name = "South", .activity_volume = 40}};
  all.activities[0].entity = "central";
  all.activities.push_back({.reference = "ACT2", .name = "Maternity", .entity = "North"});
  all.activities.push_back({.reference = "ACT3", .name = "Geriatrics", .entity = "South"});
  return all;
}

TEST(GroupShare, is_met_from_66_percent_on) {
  auto all = group();
  auto share = group_share(all, today);
  EXPECT_TRUE(share.applies);
  EXPECT_DOUBLE_EQ(share.share, 0.66);
  EXPECT_TRUE(share.met);
  EXPECT_THAT(share.covered, ElementsAre("Central"));
  EXPECT_THAT(share.uncovered, ElementsAre("North", "South"));
  all.entities[0].activity_volume = 659;
  EXPECT_FALSE(group_share(all, today).met);
}

TEST(GroupShare, counts_an_activity_whose_services_are_all_covered) {
  auto all = group();
  all.entities[0].activity_volume = 600; // 600 of 940
  EXPECT_FALSE(group_share(all, today).met);
  all.dependencies.push_back(needs("ACT2", "DPI"));
  EXPECT_THAT(group_share(all, today).covered, ElementsAre("Central", "North"));
  EXPECT_TRUE(group_share(all, today).met);
  all.services.push_back(service("LAB"));
  all.dependencies.push_back(needs("ACT2", "LAB"));
  EXPECT_THAT(group_share(all, today).covered, ElementsAre("Central"));
}

TEST(GroupShare, needs_an_exercise_that_was_held) {
  auto all = group();
  all.exercises[0].held_on = day(2026, 12, 1);
  EXPECT_THAT(group_share(all, today).covered, IsEmpty());
  EXPECT_DOUBLE_EQ(group_share(all, today).share, 0);
}

TEST(GroupShare, cannot_be_met_with_a_volume_unknown) {
  auto all = group();
  all.entities[2].activity_volume.reset();
  const auto share = group_share(all, today);
  EXPECT_THAT(share.unknown, ElementsAre("South"));
  EXPECT_GT(share.share, least_group_share);
  EXPECT_FALSE(share.met);
}

TEST(GroupShare, of_a_hospital_alone_is_whole_without_any_volume) {
  auto all = sound_hospital();
  const auto share = group_share(all, today);
  EXPECT_FALSE(share.applies);
  EXPECT_DOUBLE_EQ(share.share, 1);
  EXPECT_TRUE(share.met);
  all.exercises.clear();
  EXPECT_FALSE(group_share(all, today).met);
}

TEST(Chronicle, is_sorted_by_moment_and_counts_from_its_first_line) {
  Continuity all;
  all.entries = {{.exercise = "EX1", .at = "2026-06-02T10:15:30", .text = "b"},
                 {.exercise = "EX1", .at = "soon", .text = "d"},
                 {.exercise = "EX2", .at = "2026-06-02T08:00:00", .text = "x"},
                 {.exercise = " ex1", .at = "2026-06-02T09:00:00", .text = "a"},
                 {.exercise = "EX1", .at = "2026-06-03T00:00", .text = "c"}};
  std::vector<std::pair<std::string, std::optional<Minutes>>> lines;
  for (const auto& line : chronicle_of(all, "EX1")) lines.emplace_back(line.entry->text, line.since_start);
  using Line = std::pair<std::string, std::optional<Minutes>>;
  EXPECT_THAT(lines, ElementsAre(Line{"a", Minutes{0}}, Line{"b", Minutes{75}}, Line{"c", Minutes{900}}, Line{"d", std::nullopt}));
  EXPECT_THAT(chronicle_of(all, "EX9"), IsEmpty());
}

} // namespace
} // namespace hdskit
