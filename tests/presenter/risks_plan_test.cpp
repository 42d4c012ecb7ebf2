#include "gui/presenter/risks_plan.hpp"

#include "gui/presenter/risks_checks.hpp"
#include "gui/presenter/risks_versions.hpp"
#include "tests/risk/sound_study.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/risk/study_change.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace {

std::shared_ptr<const RiskMap> map_of(Study study) { return std::make_shared<const RiskMap>(std::move(study), day(2026, 11, 22)); }

Study plan_of_five() {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  study.measures = {{.reference = "MS1", .name = "No day", .family = MeasureFamily::governance},
                    {.reference = "MS2",
                     .name = "Next year",
                     .state = MeasureState::in_progress,
                     .owner = "Zoé Lefèvre",
                     .cost = 128000,
                     .start = day(2026, 10, 1),
                     .due = day(2027, 6, 1),
                     .progress = 40},
                    {.reference = "MS3", .name = "Late", .family = MeasureFamily::defence, .owner = "zoe lefevre", .due = day(2026, 11, 21)},
                    {.reference = "MS4", .name = "Done", .state = MeasureState::done, .due = day(2026, 1, 1)},
                    {.reference = "MS5", .name = "Soon", .owner = "RSSI", .due = day(2026, 12, 1)}};
  return study;
}

std::vector<std::string> shown(const PlanFilter& filter) {
  const auto map = map_of(plan_of_five());
  std::vector<std::string> references;
  for (const auto* measure : planned_measures(*map, filter)) references.push_back(measure->reference);
  return references;
}

TEST(ActionPlan, shows_the_earliest_first_and_those_without_a_day_last) { EXPECT_THAT(shown({}), ElementsAre("MS3", "MS5", "MS2", "MS1")); }

TEST(ActionPlan, filters_by_scope_family_and_words) {
  EXPECT_THAT(shown({.scope = PlanScope::late}), ElementsAre("MS3"));
  EXPECT_THAT(shown({.scope = PlanScope::quarter}), ElementsAre("MS3", "MS5"));
  EXPECT_THAT(shown({.scope = PlanScope::mine, .person = "Zoé Lefèvre"}), ElementsAre("MS3", "MS2"));
  EXPECT_THAT(shown({.scope = PlanScope::done}), ElementsAre("MS4"));
  EXPECT_THAT(shown({.scope = PlanScope::all, .family = MeasureFamily::governance}), ElementsAre("MS1"));
  EXPECT_THAT(shown({.scope = PlanScope::all, .words = "soon"}), ElementsAre("MS5"));
  EXPECT_EQ(plan_scopes().size(), static_cast<std::size_t>(PlanScope::all) + 1);
}

TEST(ActionPlan, is_late_from_the_day_after) {
  EXPECT_FALSE(is_late({.due = day(2026, 11, 22)}, day(2026, 11, 22)));
  EXPECT_TRUE(is_late({.due = day(2026, 11, 21)}, day(2026, 11, 22)));
  EXPECT_FALSE(is_late({.state = MeasureState::done, .due = day(2026, 11, 21)}, day(2026, 11, 22)));
}

TEST(ActionPlan, says_how_many_are_late_and_what_they_cost) {
  const auto map = map_of(plan_of_five());
  const auto sentence = plan_sentence(*map, planned_measures(*map, {}));
  EXPECT_EQ(sentence.text, "4 of 5 measures, ✖ 1 late – 128,000 €");
  EXPECT_EQ(sentence.tone, Tone::bad);
}

TEST(ActionPlan, draws_a_lane_for_each_measure_with_a_day) {
  const auto map = map_of(plan_of_five());
  const auto figure = plan_figure(*map, planned_measures(*map, {}), 480);
  std::vector<std::string> keys;
  for (const auto& region : figure.regions) keys.push_back(region.key);
  EXPECT_THAT(keys, ElementsAre("MS3", "MS5", "MS2"));
  EXPECT_THAT(figure.regions.front().name, HasSubstr("late"));
  EXPECT_THAT(figure.alternative, HasSubstr("MS2"));
  for (const auto& region : figure.regions) EXPECT_LE(region.y + region.height, figure.drawing.height);
}

TEST(ActionPlan, has_no_time_line_without_days) { EXPECT_THAT(plan_figure(*map_of(sound_study()), {}, 480).regions, IsEmpty()); }

// ---- checks

TEST(RiskChecks, group_findings_by_rule_and_lead_to_the_record) {
  auto study = plan_of_five();
  const auto map = map_of(study);
  const auto tree = finding_tree(*map);
  ASSERT_THAT(map->findings, Not(IsEmpty()));
  EXPECT_THAT(tree.nodes.front().key, StartsWith("rule:"));
  const auto late = std::ranges::find_if(map->findings, [](const Finding& one) { return one.rule == "measure-late"; });
  ASSERT_NE(late, map->findings.end());
  const auto key = std::to_string(late - map->findings.begin());
  EXPECT_EQ(found_record(*map, key), (RisksSubject{"measure", "MS3"}));
  EXPECT_THAT(reason_of(*map, key), HasSubstr("longer than was decided"));
  EXPECT_EQ(reason_of(*map, "rule:measure-late"), reason_of(*map, key));
  EXPECT_EQ(found_record(*map, "rule:measure-late"), RisksSubject{});
  const auto leaves = std::ranges::count_if(tree.nodes, [](const TreeNode& node) { return node.parent != TreeNode::none; });
  EXPECT_EQ(static_cast<std::size_t>(leaves), map->findings.size());
}

TEST(RiskChecks, say_so_when_nothing_is_found) { EXPECT_EQ(findings_sentence(*map_of(sound_study())).tone, Tone::good); }

TEST(RiskChecks, show_what_the_map_has_to_speak_of) {
  const auto map = map_of(sound_study());
  const auto rows = coverage_rows(*map);
  bool seen = false;
  for (std::size_t row = 0; row < rows.count; ++row) {
    const auto cells = rows.cells(row);
    if (!cells[0].text.starts_with("E\u00A0")) continue;
    seen = true;
    EXPECT_EQ(covering_record(rows.key(row)), (RisksSubject{"risk", "R1"}));
    EXPECT_EQ(cells[1].tone, Tone::good);
  }
  EXPECT_TRUE(seen);
  EXPECT_EQ(covering_record(rows.key(0)), RisksSubject{});
  EXPECT_EQ(coverage_sentence(*map).tone, Tone::warning);
}

// ---- versions

class VersionsInTheWindow : public testing::Test {
protected:
  std::shared_ptr<const RiskMap> map() { return read_risk_map(session.workspace(), session.today()); }
  void record(const std::string& name, int gravity) {
    session.change("risk", [&](Change& change) { add_to_study(change, Risk{.name = name, .gravity = {gravity}, .likelihood = {3}}); });
  }
  std::string freeze(const std::string& summary) {
    auto values = proposed_freezing();
    const auto fields = freezing_fields();
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (fields[i].name == "summary") values[i] = summary;
    return freeze_from(session, values);
  }

  ScratchFolder folder;
  std::string location = Workspace::create((folder.path() / "w.hds").string(), tests::acting()).location();
  Session session{location, Seat{"Hélène Rousset", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}};
};

TEST_F(VersionsInTheWindow, say_what_to_do_before_the_first) {
  EXPECT_THAT(versions_sentence(*map()), StartsWith("No version is frozen yet"));
  EXPECT_THAT(comparable(*map()), ElementsAre(FormChoice{"", "the study as it is now"}));
}

TEST_F(VersionsInTheWindow, are_frozen_with_a_summary_and_undone_in_one_step) {
  record("Panne", 2);
  EXPECT_THROW(freeze(""), Problem);
  EXPECT_THAT(freeze("First judgement"), HasSubstr("1.0"));
  const auto rows = version_rows(*map());
  ASSERT_EQ(rows.count, 1u);
  EXPECT_EQ(rows.key(0), "1.0");
  EXPECT_EQ(rows.cells(0)[3].text, "First judgement");
  session.undo();
  EXPECT_EQ(map()->versions.size(), 0u);
}

TEST_F(VersionsInTheWindow, are_compared_with_now_what_rose_first) {
  record("Panne", 2);
  freeze("First judgement");
  record("Incendie", 4);
  session.change("rise", [](Change& change) {
    auto risk = all_records<Risk>(change.workspace()).front();
    risk.gravity = {4};
    update_record(change, risk);
  });
  const auto now = map();
  const auto comparison = compare_versions(session.workspace(), *now, "1.0", "");
  ASSERT_EQ(comparison.rows.count, 2u);
  EXPECT_EQ(compared_risk(comparison.rows.key(0)), "R1");
  EXPECT_THAT(comparison.rows.cells(0)[0].text, HasSubstr("up"));
  EXPECT_THAT(comparison.rows.cells(0)[3].text, HasSubstr(" → "));
  EXPECT_EQ(compared_risk(comparison.rows.key(1)), "R2");
  EXPECT_THAT(comparison.sentence.text, StartsWith("1 up, 0 down, 1 new, 0 gone"));
}

TEST_F(VersionsInTheWindow, give_each_risk_its_history) {
  record("Panne", 2);
  freeze("First judgement");
  record("Incendie", 4);
  const auto history = history_rows(session.workspace(), map()->study.scale, "R2");
  ASSERT_EQ(history.count, 2u);
  EXPECT_EQ(history.cells(0)[2].text, "not there");
  EXPECT_EQ(history.cells(1)[0].text, "now");
  EXPECT_THAT(history.cells(1)[2].text, StartsWith("3\u00A0– "));
}

} // namespace
