#include "toolkit/continuity/critical_path.hpp"

#include "tests/continuity/small_hospital.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

PlanStep step(std::string reference, int minutes, std::vector<std::string> after = {}, std::vector<std::string> restores = {}) {
  return {.reference = std::move(reference), .plan = "PC1", .duration = Minutes{minutes}, .after = std::move(after), .restores = std::move(restores)};
}

Continuity plan_of(std::vector<PlanStep> steps) {
  Continuity all;
  all.plans = {{.reference = "PC1", .title = "Rebuild", .kind = PlanKind::recovery}};
  all.steps = std::move(steps);
  return all;
}

PlanSchedule schedule_of(const Continuity& all) { return schedule_of(all, all.plans.front()); }

/// Reference, earliest start and end, latest start and end.
using Line = std::tuple<std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t>;
std::vector<Line> lines_of(const PlanSchedule& schedule) {
  std::vector<Line> lines;
  for (const auto& planned : schedule.steps)
    lines.emplace_back(planned.step->reference, planned.earliest_start.count, planned.earliest_end.count, planned.latest_start.count, planned.latest_end.count);
  return lines;
}

TEST(CriticalPath, goes_through_the_longest_of_parallel_branches) {
  // ET1 30 → ET2 60 (network) and ET3 120 (storage); ET4 45 after both; ET5 15 after ET2 alone.
  const auto all = plan_of({step("ET1", 30), step("ET2", 60, {"ET1"}), step("ET3", 120, {"ET1"}), step("ET4", 45, {"ET2", "ET3"}), step("ET5", 15, {"ET2"})});
  const auto schedule = schedule_of(all);
  EXPECT_EQ(schedule.total, Minutes{195});
  EXPECT_THAT(schedule.critical, ElementsAre("ET1", "ET3", "ET4"));
  EXPECT_THAT(lines_of(schedule), ElementsAre(Line{"ET1", 0, 30, 0, 30}, Line{"ET2", 30, 90, 90, 150}, Line{"ET3", 30, 150, 30, 150},
                                              Line{"ET5", 90, 105, 180, 195}, Line{"ET4", 150, 195, 150, 195}));
  for (const auto& planned : schedule.steps) {
    EXPECT_EQ(planned.slack.count, planned.latest_start.count - planned.earliest_start.count);
    EXPECT_EQ(planned.critical, planned.slack.count == 0);
  }
}

TEST(CriticalPath, lets_steps_without_duration_hold_the_order_alone) {
  // ET1 “decide” 0 → ET2 90 and ET3 90 (equal) → ET4 “announce” 0, recorded before what it comes after.
  const auto all = plan_of({step("ET4", 0, {"ET2", "ET3"}), step("ET1", 0), step("ET2", 90, {"ET1"}), step("ET3", 90, {"ET1"})});
  const auto schedule = schedule_of(all);
  EXPECT_EQ(schedule.total, Minutes{90});
  EXPECT_THAT(schedule.critical, ElementsAre("ET1", "ET2", "ET4"));
  EXPECT_THAT(lines_of(schedule), ElementsAre(Line{"ET1", 0, 0, 0, 0}, Line{"ET2", 0, 90, 0, 90}, Line{"ET3", 0, 90, 0, 90}, Line{"ET4", 90, 90, 90, 90}));
  EXPECT_TRUE(schedule.steps[2].critical); // a longest way leads through it too
}

TEST(CriticalPath, names_the_circle_and_schedules_nothing) {
  const auto all = plan_of({step("ET1", 10), step("ET2", 10, {"ET1", "ET4"}), step("ET3", 10, {"ET2"}), step("ET4", 10, {"ET3"})});
  const auto schedule = schedule_of(all);
  EXPECT_THAT(schedule.cycle, ElementsAre("ET2", "ET3", "ET4", "ET2"));
  EXPECT_THAT(schedule.steps, IsEmpty());
  EXPECT_THAT(schedule.critical, IsEmpty());
  EXPECT_EQ(schedule.total, Minutes{0});
}

TEST(CriticalPath, takes_independent_chains_side_by_side) {
  const auto all = plan_of({step("ET1", 50), step("ET2", 10, {"ET1"}), step("ET3", 40), step("ET4", 30, {"ET3"})});
  const auto schedule = schedule_of(all);
  EXPECT_EQ(schedule.total, Minutes{70});
  EXPECT_THAT(schedule.critical, ElementsAre("ET3", "ET4"));
}

TEST(CriticalPath, counts_missing_and_negative_durations_as_nothing_and_names_the_missing) {
  auto all = plan_of({step("ET1", -20), step("ET2", 10, {"ET1"})});
  all.steps.push_back({.reference = "ET3", .plan = "PC1", .after = {"ET2"}});
  const auto schedule = schedule_of(all);
  EXPECT_EQ(schedule.total, Minutes{10});
  EXPECT_THAT(schedule.without_duration, ElementsAre("ET3"));
}

TEST(CriticalPath, passes_over_steps_of_other_plans_and_citations_that_lead_nowhere) {
  auto all = plan_of({step("ET1", 10, {"ET9", "GONE"}), step("et2", 10, {" et1 "})});
  all.steps.push_back({.reference = "ET9", .plan = "PC2", .duration = Minutes{1000}});
  EXPECT_EQ(schedule_of(all).total, Minutes{20});
}

TEST(CriticalPath, of_a_plan_without_steps_is_empty) {
  const auto all = plan_of({});
  EXPECT_THAT(schedule_of(all).critical, IsEmpty());
  EXPECT_EQ(schedule_of(all).total, Minutes{0});
}

TEST(PlannedReturn, is_the_end_of_the_first_step_that_restores_it) {
  const auto all = plan_of({step("ET1", 30, {}, {"CMP1"}), step("ET2", 60, {"ET1"}, {"DPI", "CMP1"}), step("ET3", 60, {"ET2"}, {"dpi"})});
  const auto schedule = schedule_of(all);
  EXPECT_EQ(planned_return(schedule, "DPI"), Minutes{90});
  EXPECT_EQ(planned_return(schedule, "CMP1"), Minutes{30});
  EXPECT_EQ(planned_return(schedule, "CMP2"), std::nullopt);
}

TEST(RestoreOrder, joins_all_recovery_plans_and_spells_references_as_their_records_do) {
  auto all = plan_of({step("ET1", 30, {}, {"cmp1"}), step("ET2", 60, {"ET1"}, {"dpi"})});
  all.components = {{.reference = "CMP1"}, {.reference = "CMP2"}};
  all.services = {service("DPI")};
  all.dependencies = {needs("DPI", "CMP2")};
  all.plans.push_back({.reference = "PC2", .kind = PlanKind::recovery});
  all.plans.push_back({.reference = "PC3", .kind = PlanKind::continuity});
  all.steps.push_back({.reference = "ET3", .plan = "PC2", .duration = Minutes{45}, .restores = {"DPI", "CMP2", "GONE"}});
  all.steps.push_back({.reference = "ET4", .plan = "PC3", .duration = Minutes{1}, .restores = {"DPI"}});
  EXPECT_THAT(restore_order(all), ElementsAre(Pair("CMP1", Minutes{30}), Pair("CMP2", Minutes{45}), Pair("DPI", Minutes{45})));
}

} // namespace
} // namespace hdskit
