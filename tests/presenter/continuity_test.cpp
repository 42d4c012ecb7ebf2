#include "gui/presenter/continuity_checks.hpp"
#include "gui/presenter/continuity_graph.hpp"
#include "gui/presenter/continuity_plans.hpp"
#include "gui/presenter/continuity_promises.hpp"
#include "gui/presenter/continuity_records.hpp"

#include "tests/continuity/small_hospital.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/continuity/continuity_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

namespace {

const Date today = day(2026, 11, 22);

std::vector<std::vector<std::string>> texts_of(const ListRows& rows) {
  std::vector<std::vector<std::string>> texts;
  for (std::size_t row = 0; row < rows.count; ++row) {
    texts.emplace_back();
    for (const auto& cell : rows.cells(row)) texts.back().push_back(cell.text);
  }
  return texts;
}

PromiseState state(const ContinuityMap& map, std::string_view reference) { return promise_state(map, map.graph.find(reference)); }

/// The RPO of the activity is four hours, the backup below it nightly.
Continuity hospital_with_a_nightly_backup_below_four_hours() {
  auto all = sound_hospital();
  all.activities[0].rpo = Minutes{240};
  all.services[0].rpo = Minutes{240};
  return all;
}

TEST(ContinuityPromises, are_kept_where_nothing_speaks_against_them) {
  const ContinuityMap map{sound_hospital(), today};
  EXPECT_EQ(state(map, "ACT1"), PromiseState::kept);
  EXPECT_THAT(findings_in_words(map, "activity", "ACT1"), IsEmpty());
  EXPECT_THAT(promises_sentence(map).text, HasSubstr("2 kept"));
}

TEST(ContinuityPromises, are_broken_along_the_whole_way_and_say_so) {
  const ContinuityMap map{hospital_with_a_nightly_backup_below_four_hours(), today};
  for (const auto* reference : {"ACT1", "DPI", "SV1"}) EXPECT_EQ(state(map, reference), PromiseState::not_kept) << reference;
  const auto lines = findings_in_words(map, "activity", "ACT1");
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines.front().tone, Tone::bad);
  EXPECT_THAT(lines.front().text, AllOf(StartsWith("✖ "), HasSubstr("CMP2 → SV1")));
}

TEST(ContinuityPromises, are_unproven_when_nothing_was_tried_in_twelve_months) {
  auto all = sound_hospital();
  all.exercises[0].held_on = day(2025, 6, 2);
  const ContinuityMap map{all, today};
  EXPECT_EQ(state(map, "DPI"), PromiseState::unproven);
  EXPECT_EQ(promise_cell(PromiseState::unproven).text, "◔ unproven");
}

TEST(ContinuityPromises, stand_beside_what_is_planned_and_measured) {
  auto all = sound_hospital();
  all.exercises[0].achieved_rto = Minutes{300};
  const ContinuityMap map{all, today};
  const auto rows = texts_of(promise_rows(map));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_THAT(rows[0], ElementsAre("ACT1", "Emergencies", "✖ not kept", "4 h", "1 j", "8 h", "–", "✖ 5 h", "activity"));
  EXPECT_THAT(rows[1], ElementsAre("DPI", "DPI", "✖ not kept", "3 h 30", "1 j", "–", "3 h", "✖ 5 h", "hosted service"));
  EXPECT_THAT(texts_of(promise_rows(map, "emergencies")), SizeIs(1));
}

TEST(ContinuityPromises, say_what_to_do_first) {
  const ContinuityMap map{Continuity{}, today};
  EXPECT_THAT(promises_sentence(map).text, StartsWith("Begin with the activities"));
  EXPECT_THAT(dependency_figure(map, first_node(map)).sentences.front().text, HasSubstr("Activities and services"));
  EXPECT_EQ(promise_rows(map).count, 0U);
}

TEST(ContinuityRecords, list_every_kind_and_know_the_record_of_a_row) {
  const ContinuityMap map{sound_hospital(), today};
  for (const auto& kind : continuity_kinds()) EXPECT_GT(continuity_rows(map, kind.word).count, 0U) << kind.word;
  const auto rows = continuity_rows(map, "component");
  EXPECT_THAT(texts_of(rows)[0], Contains("✔ kept"));
  const auto record = row_record("component:12");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->id, 12);
  EXPECT_FALSE(row_record("component"));
  EXPECT_FALSE(row_record("component:x"));
}

TEST(ContinuityRecords, are_found_by_what_tells_them_apart) {
  auto all = sound_hospital();
  all.dependencies[1].id = DependencyId{7};
  all.services[0].id = ServiceId{3};
  const ContinuityMap map{all, today};
  EXPECT_EQ(record_number(map, "dependency", "dpi · CMP1"), 7);
  EXPECT_EQ(record_number(map, "service", "dpi"), 3);
  EXPECT_EQ(record_number(map, "service", "gone"), 0);
  EXPECT_EQ(continuity_subject("activity:ACT1"), (ContinuitySubject{"activity", "ACT1"}));
  EXPECT_FALSE(continuity_subject("risk:R1"));
}

// ---- the graph

TEST(DependencyFigure, shows_what_is_above_and_below_with_its_state) {
  const ContinuityMap map{hospital_with_a_nightly_backup_below_four_hours(), today};
  const auto figure = dependency_figure(map, "CMP1");
  EXPECT_THAT(figure.nodes, SizeIs(5));
  EXPECT_THAT(figure.drawing.regions, Contains(AllOf(testing::Field(&page::Region::key, "SV1"), testing::Field(&page::Region::name, HasSubstr("not kept")))));
  EXPECT_EQ(first_node(map), "ACT1");
  EXPECT_GT(figure_finding_rows(map, figure).count, 0U);
}

TEST(DependencyFigure, stops_when_it_is_full_and_says_how_much_is_beyond) {
  auto all = sound_hospital();
  for (int i = 0; i < 60; ++i) {
    all.components.push_back({.reference = "X" + std::to_string(i)});
    all.dependencies.push_back(needs("CMP2", "X" + std::to_string(i)));
  }
  const ContinuityMap map{all, today};
  const auto figure = dependency_figure(map, "CMP2");
  EXPECT_THAT(figure.nodes, SizeIs(most_nodes_drawn));
  EXPECT_THAT(figure.sentences.back().text, HasSubstr("45 more"));
}

TEST(GraphTrail, leads_back_the_way_one_came) {
  const ContinuityMap map{sound_hospital(), today};
  GraphTrail trail;
  trail.settle(map);
  EXPECT_EQ(trail.here(), "ACT1");
  trail.go("DPI");
  trail.go("DPI");
  trail.go("CMP1");
  trail.back();
  EXPECT_EQ(trail.here(), "DPI");
  trail.back();
  EXPECT_EQ(trail.here(), "ACT1");
  EXPECT_FALSE(trail.can_go_back());
}

TEST(GraphTrail, forgets_nodes_that_have_gone) {
  GraphTrail trail;
  trail.go("ACT1");
  trail.go("GONE");
  trail.settle(ContinuityMap{sound_hospital(), today});
  EXPECT_EQ(trail.here(), "ACT1");
}

// ---- plans

TEST(ContinuityPlans, tell_the_critical_path_in_words_and_as_bars) {
  auto all = sound_hospital();
  all.steps.push_back({.reference = "ET5", .plan = "PC1", .title = "Tell the press", .owner = "Director", .duration = Minutes{20}});
  const ContinuityMap map{all, today};
  const auto& plan = *map.plan("PC1");
  const auto rows = texts_of(step_rows(map, plan));
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_THAT(rows[0], ElementsAre("ET1", "Isolate", "T", "T\u00A0+\u00A030\u00A0min", "● critical", "30 min", "Network team", "", ""));
  EXPECT_THAT(rows[1][4], "2 h 40");
  EXPECT_THAT(plan_sentences(map, plan).front().text, AllOf(HasSubstr("3 h"), HasSubstr("ET1 → ET2 → ET3")));
  const auto figure = schedule_figure(map, plan, 500);
  EXPECT_THAT(figure.regions, SizeIs(4));
  EXPECT_THAT(figure.alternative, HasSubstr("on the critical path"));
}

TEST(ContinuityPlans, name_the_circle_in_which_steps_wait) {
  auto all = sound_hospital();
  all.steps[0].after = {"ET3"};
  const ContinuityMap map{all, today};
  const auto& plan = *map.plan("PC1");
  EXPECT_THAT(plan_sentences(map, plan).front().text, AllOf(StartsWith("✖ "), HasSubstr("ET1 → ")));
  EXPECT_THAT(texts_of(step_rows(map, plan)), SizeIs(3)) << "nothing is lost from the list";
  EXPECT_THAT(schedule_figure(map, plan, 500).regions, IsEmpty());
}

TEST(ContinuityPlans, say_that_steps_are_missing) {
  auto all = sound_hospital();
  all.steps.clear();
  const ContinuityMap map{all, today};
  EXPECT_THAT(plan_sentences(map, *map.plan("PC1")).front().text, HasSubstr("New step"));
}

TEST(ContinuityPlans, write_moments_as_people_say_them) {
  EXPECT_EQ(moment_in_words(Minutes{0}), "T");
  EXPECT_EQ(moment_in_words(Minutes{90}), "T\u00A0+\u00A01\u00A0h\u00A030\u00A0min");
  EXPECT_EQ(moment_in_words(Minutes{2 * 24 * 60}), "T\u00A0+\u00A02 d");
}

// ---- checks

TEST(ContinuityChecks, stand_under_their_rules_the_gravest_first) {
  auto all = hospital_with_a_nightly_backup_below_four_hours();
  all.contacts.clear();
  all.cards[0].contacts.clear();
  const ContinuityMap map{all, today};
  const auto tree = check_tree(map);
  ASSERT_GE(tree.nodes.size(), 4U);
  EXPECT_EQ(tree.nodes.front().key, "backup-period-above-rpo");
  EXPECT_EQ(tree.nodes.front().cells[0].tone, Tone::bad);
  EXPECT_EQ(tree.nodes[1].parent, 0U);
  EXPECT_THAT(check_reason(map, tree.nodes[1].key), AllOf(HasSubstr("ACT1 → DPI"), HasSubstr("Why it matters")));
  EXPECT_EQ(check_destination(map, tree.nodes[1].key), "backup_arrangement:SV1");
  EXPECT_EQ(check_destination(map, tree.nodes[0].key), "");
}

TEST(ContinuityChecks, say_when_nothing_is_found) {
  const ContinuityMap map{sound_hospital(), today};
  EXPECT_EQ(checks_sentence(map).tone, Tone::good);
  EXPECT_THAT(check_tree(map).nodes, IsEmpty());
  const auto care = care_rows(map);
  EXPECT_GT(care.count, 3U);
  EXPECT_THAT(care_words(map, care.key(0)), HasSubstr(care.key(0)));
}

} // namespace
