#include "gui/presenter/risks_workshops.hpp"

#include "gui/presenter/risks_ecosystem.hpp"
#include "gui/presenter/risks_records.hpp"
#include "gui/presenter/risks_scenarios.hpp"
#include "tests/risk/sound_study.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

namespace {

std::shared_ptr<const RiskMap> map_of(Study study) { return std::make_shared<const RiskMap>(std::move(study), day(2026, 11, 22)); }

const TreeNode& node(const TreeRows& tree, std::string_view key) {
  const auto found = std::ranges::find(tree.nodes, key, &TreeNode::key);
  if (found == tree.nodes.end()) throw std::out_of_range{std::string{key}};
  return *found;
}

Study with_events_without_gravity(int count) {
  auto study = sound_study();
  study.strategic_scenarios.front().feared_events.clear();
  study.feared_events.clear();
  for (int i = 1; i <= count; ++i) {
    study.feared_events.push_back({.reference = "ER" + std::to_string(i), .name = "Harm", .business_value = "VM1"});
    study.strategic_scenarios.front().feared_events.push_back("ER" + std::to_string(i));
  }
  return study;
}

// ---- workshops

TEST(RiskWorkshops, hold_every_kind_of_the_study_once) {
  std::size_t kinds = 0;
  for (const auto& one : workshops()) kinds += one.kinds.size();
  EXPECT_EQ(kinds, 14u);
  EXPECT_EQ(workshop_tree(*map_of(sound_study())).nodes.size(), kinds + 5);
}

TEST(RiskWorkshops, say_what_is_in_order_what_is_empty_and_what_is_to_be_settled) {
  auto study = with_events_without_gravity(2);
  study.missions.clear();
  study.business_values.front().missions.clear();
  const auto tree = workshop_tree(*map_of(study));
  EXPECT_EQ(node(tree, "measure").cells[1].tone, Tone::good);
  EXPECT_THAT(node(tree, "mission").cells[1].text, StartsWith("○"));
  EXPECT_THAT(node(tree, "feared_event").cells[1].text, HasSubstr("2 to settle"));
  EXPECT_THAT(node(tree, "1").cells[1].text, StartsWith("⚠"));
}

TEST(RiskWorkshops, name_the_first_records_at_fault_and_count_the_others) {
  const auto guide = workshop_guide(*map_of(with_events_without_gravity(7)), "feared_event");
  EXPECT_THAT(guide.missing, Not(IsEmpty()));
  EXPECT_THAT(guide.missing.front().text, HasSubstr("ER1, ER2, ER3, ER4 and 3 more"));
}

TEST(RiskWorkshops, say_so_when_nothing_is_missing) {
  const auto guide = workshop_guide(*map_of(sound_study()), "feared_event");
  ASSERT_THAT(guide.missing, SizeIs(1));
  EXPECT_EQ(guide.missing.front().tone, Tone::good);
}

TEST(RiskWorkshops, tell_a_new_hospital_what_is_not_recorded) {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  const auto guide = workshop_guide(*map_of(study), "2");
  ASSERT_THAT(guide.missing, SizeIs(1));
  EXPECT_THAT(guide.missing.front().text, StartsWith("○"));
}

// ---- records

TEST(StudyRecords, show_grades_by_word_and_what_is_computed) {
  const auto rows = study_rows(*map_of(sound_study()), "operational_scenario");
  ASSERT_EQ(rows.count, 1u);
  EXPECT_EQ(rows.key(0), "SO1");
  EXPECT_EQ(rows.columns[3].heading, "Likelihood");
  EXPECT_THAT(rows.cells(0)[2].text, StartsWith("4\u00A0– "));
  EXPECT_THAT(rows.cells(0)[3].text, StartsWith("3\u00A0– "));
}

TEST(StudyRecords, are_sought_in_all_their_fields) {
  const auto map = map_of(sound_study());
  EXPECT_EQ(study_rows(*map, "stakeholder", "REMOTE").count, 1u);
  EXPECT_EQ(study_rows(*map, "stakeholder", "nowhere").count, 0u);
}

TEST(StudyRecords, every_kind_has_as_many_cells_as_columns) {
  const auto map = map_of(sound_study());
  for (const auto& one : workshops())
    for (const auto kind : one.kinds) {
      const auto rows = study_rows(*map, kind);
      ASSERT_EQ(rows.count, count_of(map->study, kind)) << kind;
      for (std::size_t row = 0; row < rows.count; ++row) EXPECT_EQ(rows.cells(row).size(), rows.columns.size()) << kind;
    }
}

TEST(StudyRecords, tell_what_a_finding_is_about) { EXPECT_EQ(subject_of({.rule = "x", .subject = "risk R 12"}), (RisksSubject{"risk", "R 12"})); }

// ---- the ecosystem

TEST(Ecosystem, shows_the_greatest_threat_first_and_those_not_rated_last) {
  auto study = sound_study();
  study.stakeholders.push_back({.reference = "PP2", .name = "Editor", .dependency = {4}, .penetration = {4}, .maturity = {1}, .trust = {1}});
  study.stakeholders.insert(study.stakeholders.begin(), Stakeholder{.reference = "PP3", .name = "Cleaner"});
  const auto map = map_of(study);
  const auto rows = stakeholder_rows(*map);
  EXPECT_EQ(rows.key(0), "PP2");
  EXPECT_EQ(rows.key(2), "PP3");
  EXPECT_THAT(rows.cells(0)[2].text, StartsWith("16 – "));
  EXPECT_EQ(rows.cells(0)[2].tone, Tone::bad);
  EXPECT_THAT(ecosystem_sentence(*map, false).text, StartsWith("3 stakeholders, ⚠ 2 in the gravest zone, 1 not rated"));
}

TEST(Ecosystem, falls_once_the_measures_are_there) {
  const auto rows = stakeholder_rows(*map_of(sound_study()));
  EXPECT_THAT(rows.cells(0)[2].text, StartsWith("3 – "));
  EXPECT_THAT(rows.cells(0)[3].text, StartsWith("2 – "));
}

TEST(Ecosystem, has_no_radar_before_somebody_is_rated) {
  auto study = sound_study();
  study.stakeholders = {{.reference = "PP1", .name = "Editor"}};
  EXPECT_THAT(ecosystem_figure(*map_of(study), false).regions, IsEmpty());
  EXPECT_THAT(ecosystem_figure(*map_of(sound_study()), true).regions, Not(IsEmpty()));
}

// ---- scenarios

TEST(ScenarioTrees, hold_paths_and_operational_scenarios_below_their_scenario) {
  auto study = sound_study();
  study.operational_scenarios.push_back({.reference = "SO9", .name = "Without a path"});
  const auto tree = scenario_tree(*map_of(study));
  ASSERT_EQ(tree.nodes.size(), 4u);
  EXPECT_EQ(tree.nodes[1].key, "attack_path:CA1");
  EXPECT_EQ(tree.nodes[1].parent, 0u);
  EXPECT_EQ(tree.nodes[2].key, "operational_scenario:SO1");
  EXPECT_EQ(tree.nodes[2].parent, 1u);
  EXPECT_EQ(tree.nodes[2].cells[2].text, "3");
  EXPECT_EQ(tree.nodes[3].parent, TreeNode::none);
}

TEST(ScenarioFigures, draw_the_actions_of_an_operational_scenario_and_say_why_it_is_so_likely) {
  const auto map = map_of(sound_study());
  const auto figure = scenario_figure(*map, {"elementary_action", "AE2"});
  EXPECT_EQ(figure.scenario, (RisksSubject{"operational_scenario", "SO1"}));
  EXPECT_THAT(figure.drawing.regions, Not(IsEmpty()));
  EXPECT_THAT(figure.sentences[1].text, HasSubstr("standard"));
  EXPECT_THAT(figure.sentences[2].text, HasSubstr("AE1 → AE2"));
  EXPECT_EQ(pointed_record(figure, "&AE2"), (RisksSubject{"elementary_action", "AE2"}));
  EXPECT_EQ(node_of(figure, {"elementary_action", "AE1"}), "AE1");
}

TEST(ScenarioFigures, lead_from_a_node_of_a_path_to_its_record) {
  const auto map = map_of(sound_study());
  const auto figure = scenario_figure(*map, {"attack_path", "CA1"});
  EXPECT_EQ(figure.scenario, (RisksSubject{"strategic_scenario", "SS1"}));
  EXPECT_EQ(pointed_record(figure, "stakeholder:PP1"), (RisksSubject{"stakeholder", "PP1"}));
  EXPECT_EQ(pointed_record(figure, "attack_path:CA1/2"), (RisksSubject{"attack_path", "CA1"}));
  EXPECT_EQ(node_of(figure, {"stakeholder", "PP1"}), "stakeholder:PP1");
}

TEST(ScenarioFigures, say_which_action_is_not_rated) {
  auto study = sound_study();
  study.elementary_actions.front().probability = {};
  const auto figure = scenario_figure(*map_of(study), {"operational_scenario", "SO1"});
  EXPECT_THAT(figure.sentences[1].text, HasSubstr("AE1"));
  EXPECT_EQ(figure.sentences[1].tone, Tone::warning);
}

TEST(ScenarioFigures, say_that_a_person_forced_the_likelihood) {
  auto study = sound_study();
  study.operational_scenarios.front().likelihood = {1};
  const auto figure = scenario_figure(*map_of(study), {"operational_scenario", "SO1"});
  EXPECT_THAT(figure.sentences[1].text, HasSubstr("forced"));
  EXPECT_THAT(figure.sentences[1].text, HasSubstr("3\u00A0– "));
}

TEST(ScenarioFigures, say_what_to_do_first) {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  const auto figure = scenario_figure(*map_of(study), {});
  EXPECT_THAT(figure.drawing.regions, IsEmpty());
  EXPECT_THAT(figure.sentences, SizeIs(1));
}

TEST(NewRecordsOfAScenario, belong_to_what_is_chosen) {
  const auto map = map_of(sound_study());
  EXPECT_THAT(proposed_for(*map, "elementary_action", {"elementary_action", "AE2"}),
              ElementsAre(std::pair{"operational_scenario", "SO1"}, std::pair{"after", "AE2"}));
  EXPECT_THAT(proposed_for(*map, "operational_scenario", {"attack_path", "CA1"}), ElementsAre(std::pair{"attack_path", "CA1"}));
  EXPECT_THAT(proposed_for(*map, "attack_path", {"operational_scenario", "SO1"}), ElementsAre(std::pair{"strategic_scenario", "SS1"}));
  EXPECT_THAT(proposed_for(*map, "strategic_scenario", {"attack_path", "CA1"}), IsEmpty());
}

} // namespace
