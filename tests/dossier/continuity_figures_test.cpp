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

} // namespace

TEST(ContinuityFigures, the_graph_goes_from_the_activity_down_to_its_backup) {
  const auto graph = dependency_spec(sound_hospital(), {}, "ACT1");
  EXPECT_THAT(edges(graph), ElementsAre("ACT1 -> DPI", "DPI -> CMP1", "CMP1 -> CMP2", "CMP2 -> SV1"));
  EXPECT_EQ(node(graph, "ACT1").tone, Tone::accent) << "the one that was asked for";
  EXPECT_EQ(node(graph, "SV1").tone, Tone::plain);
  EXPECT_EQ(node(graph, "ACT1").form, page::GraphSpec::Form::round);
}

TEST(ContinuityFigures, a_broken_promise_is_red_with_a_sign_and_its_way_is_strong) {
  const auto all = with_tight_rpo();
  const auto graph = dependency_spec(all, check_continuity(all, today()), "CMP1");
  EXPECT_EQ(node(graph, "SV1").tone, Tone::danger);
  EXPECT_EQ(node(graph, "SV1").symbol, "▲");
  EXPECT_THAT(node(graph, "SV1").name, HasSubstr("SV1"));
  EXPECT_THAT(edges(graph), ElementsAre("ACT1 -> DPI !", "DPI -> CMP1 !", "CMP1 -> CMP2 !", "CMP2 -> SV1 !"));
}

TEST(ContinuityFigures, what_is_only_unproven_is_orange) {
  auto all = sound_hospital();
  all.components[1].last_test.reset();
  const auto findings = check_continuity(all, today());
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_FALSE(breaks_a_promise(findings[0]));
  const auto graph = dependency_spec(all, findings, "CMP1");
  EXPECT_EQ(node(graph, "CMP2").tone, Tone::warning);
  EXPECT_EQ(node(graph, "CMP2").symbol, "△");
}

TEST(ContinuityFigures, the_way_of_a_finding_alone_leaves_the_rest_out) {
  const auto all = with_tight_rpo();
  const auto findings = check_continuity(all, today());
  const auto found = std::ranges::find(findings, "backup-period-above-rpo", [](const ChainFinding& one) { return one.finding.rule; });
  ASSERT_NE(found, findings.end());
  EXPECT_TRUE(breaks_a_promise(*found));
  EXPECT_EQ(finding_spec(all, *found).nodes.size(), found->path.size());
  EXPECT_THAT(finding_spec(all, {found->finding, {}}).nodes, IsEmpty());
}

TEST(ContinuityFigures, a_large_neighbourhood_is_cut_on_both_sides) {
  auto all = sound_hospital();
  for (int i = 10; i < 200; ++i) {
    all.components.push_back({.reference = "CMP" + std::to_string(i), .name = "Server"});
    all.dependencies.push_back(needs("CMP1", all.components.back().reference));
  }
  const auto graph = dependency_spec(all, {}, "CMP1", 20);
  EXPECT_EQ(graph.nodes.size(), 20u);
  EXPECT_NO_THROW(node(graph, "ACT1")) << "what stands above is not crowded out";
  EXPECT_THAT(dependency_spec(all, {}, "CMP999").nodes, IsEmpty());
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
