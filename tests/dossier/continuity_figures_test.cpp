#include "toolkit/dossier/continuity_figures.hpp"

#include "tests/continuity/small_hospital.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Tone = page::GraphSpec::Tone;

namespace {

Date today() { return *Date::of(2026, 11, 22); }

const page::GraphSpec::Node& node(const page::GraphSpec& graph, std::string_view key) {
  const auto found = std::ranges::find(graph.nodes, key, &page::GraphSpec::Node::key);
  if (found == graph.nodes.end()) throw std::runtime_error{"no node " + std::string{key}};
  return *found;
}

std::vector<std::string> edges(const page::GraphSpec& graph) {
  std::vector<std::string> all;
  for (const auto& edge : graph.edges) all.push_back(edge.from + " -> " + edge.to + (edge.strong ? " !" : ""));
  return all;
}

Continuity with_tight_rpo() {
  auto all = sound_hospital();
  all.activities[0].rpo = Minutes{240};
  all.services[0].rpo = Minutes{240};
  return all;
}

ChainFinding the_finding(const Continuity& all, std::string_view rule) {
  for (auto& finding : check_continuity(all, today()))
    if (finding.finding.rule == rule) return finding;
  throw std::runtime_error{"nothing found by " + std::string{rule}};
}

} // namespace

TEST(ContinuityFigures, a_broken_promise_is_drawn_from_the_activity_down_to_its_backup) {
  const auto all = with_tight_rpo();
  const auto finding = the_finding(all, "backup-period-above-rpo");
  EXPECT_TRUE(breaks_a_promise(finding));
  const auto graph = finding_spec(all, finding);
  EXPECT_THAT(edges(graph), ElementsAre("ACT1 -> DPI !", "DPI -> CMP1 !", "CMP1 -> CMP2 !", "CMP2 -> SV1 !"));
  EXPECT_EQ(node(graph, "SV1").tone, Tone::danger);
  EXPECT_EQ(node(graph, "SV1").symbol, "▲") << "told by more than colour";
  EXPECT_THAT(node(graph, "SV1").name, HasSubstr(finding.finding.sentence)) << "read aloud";
  EXPECT_EQ(node(graph, "ACT1").form, page::GraphSpec::Form::round);
  EXPECT_EQ(node(graph, "CMP1").tone, Tone::plain);
}

TEST(ContinuityFigures, what_is_only_unproven_breaks_no_promise) {
  auto all = sound_hospital();
  all.components[1].last_test.reset();
  auto finding = the_finding(all, "unproven");
  EXPECT_FALSE(breaks_a_promise(finding));
  finding.path = {"CMP1", "CMP2"};
  EXPECT_EQ(node(finding_spec(all, finding), "CMP2").tone, Tone::warning);
  EXPECT_EQ(node(finding_spec(all, finding), "CMP2").symbol, "△");
}

TEST(ContinuityFigures, a_finding_without_a_way_is_not_drawn) {
  const auto all = with_tight_rpo();
  auto finding = the_finding(all, "backup-period-above-rpo");
  finding.path = {"SV1", "PC1"};
  EXPECT_THAT(finding_spec(all, finding).nodes, IsEmpty()) << "a plan is no node";
}

TEST(ContinuityFigures, the_time_line_follows_the_schedule) {
  const auto all = sound_hospital();
  const auto spec = timeline_spec(schedule_of(all, all.plans[0]));
  ASSERT_EQ(spec.bars.size(), 3u);
  EXPECT_EQ(spec.bars[1].key, "ET2");
  EXPECT_EQ(spec.bars[1].from, 30);
  EXPECT_EQ(spec.bars[1].to, 120);
  EXPECT_TRUE(spec.bars[1].strong);
  EXPECT_THAT(spec.bars[1].name, HasSubstr("System team"));
}

TEST(ContinuityFigures, steps_in_a_circle_make_no_bars) {
  auto all = sound_hospital();
  all.steps[0].after = {"ET3"};
  EXPECT_THAT(timeline_spec(schedule_of(all, all.plans[0])).bars, IsEmpty());
}
