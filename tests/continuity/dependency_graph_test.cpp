#include "toolkit/continuity/dependency_graph.hpp"

#include "tests/continuity/small_hospital.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// ACT1 (RTO 4 h of which 30 min to type in, RPO 4 h) → DPI → CMP1 application → CMP2 server → SV1 nightly; CMP3 the network of the application.
Continuity chain() {
  Continuity all;
  all.activities = {{.reference = "ACT1", .name = "Emergencies", .rto = Minutes{240}, .rpo = Minutes{240}, .manual_resume = Minutes{30}}};
  all.services = {service("DPI")};
  all.components = {{.reference = "CMP1"}, {.reference = "CMP2"}, {.reference = "CMP3"}};
  all.backups = {{.reference = "SV1", .period = Minutes{1440}}};
  all.dependencies = {needs("ACT1", "DPI"), needs("DPI", "CMP1"), needs("CMP1", "CMP2"), needs("CMP1", "CMP3"), needs("CMP2", "SV1")};
  return all;
}

std::vector<std::string> names_of(const DependencyGraph& graph, const std::vector<std::size_t>& nodes) {
  std::vector<std::string> names;
  for (const auto node : nodes) names.push_back(graph.nodes()[node].reference);
  return names;
}

std::vector<std::string> needs_of(const DependencyGraph& graph, std::string_view reference) {
  return names_of(graph, graph.nodes()[graph.find(reference)].needs);
}

TEST(DependencyGraph, joins_activities_services_components_and_backups) {
  const auto all = chain();
  const DependencyGraph graph{all};
  ASSERT_EQ(graph.nodes().size(), 6u);
  EXPECT_THAT(needs_of(graph, "ACT1"), ElementsAre("DPI"));
  EXPECT_THAT(needs_of(graph, "CMP1"), ElementsAre("CMP2", "CMP3"));
  EXPECT_THAT(names_of(graph, graph.nodes()[graph.find("SV1")].serves), ElementsAre("CMP2"));
  EXPECT_EQ(graph.nodes()[graph.find("SV1")].period, Minutes{1440});
}

TEST(DependencyGraph, finds_a_reference_whatever_its_letter_case_and_accents) {
  auto all = chain();
  all.components[0].reference = "Réseau";
  EXPECT_NE(DependencyGraph{all}.find(" reseau "), DependencyGraph::none);
  EXPECT_EQ(DependencyGraph{all}.find("nothing"), DependencyGraph::none);
  EXPECT_EQ(DependencyGraph{all}.find(""), DependencyGraph::none);
}

TEST(DependencyGraph, counts_a_dependency_recorded_twice_once) {
  auto all = chain();
  all.dependencies.push_back(needs("act1", "dpi"));
  const DependencyGraph graph{all};
  EXPECT_THAT(needs_of(graph, "ACT1"), ElementsAre("DPI"));
  EXPECT_THAT(names_of(graph, graph.nodes()[graph.find("DPI")].serves), ElementsAre("ACT1"));
}

TEST(DependencyGraph, sets_aside_dependencies_that_lead_nowhere_upwards_or_out_of_a_backup) {
  auto all = chain();
  all.dependencies = {needs("ACT1", "GONE"), needs("GONE", "DPI"), needs("DPI", "ACT1"), needs("SV1", "CMP1"), needs("ACT1", "DPI")};
  EXPECT_THAT(DependencyGraph{all}.dangling(), ElementsAre(0u, 1u, 2u, 3u));
}

TEST(DependencyGraph, names_each_circle_once_from_its_first_node) {
  auto all = chain();
  all.dependencies.push_back(needs("CMP2", "DPI"));
  all.dependencies.push_back(needs("CMP3", "CMP3"));
  const DependencyGraph graph{all};
  const auto cycles = graph.cycles();
  ASSERT_EQ(cycles.size(), 2u);
  EXPECT_THAT(names_of(graph, cycles[0]), ElementsAre("DPI", "CMP1", "CMP2", "DPI"));
  EXPECT_THAT(names_of(graph, cycles[1]), ElementsAre("CMP3", "CMP3"));
}

TEST(DependencyGraph, stops_at_the_wished_number_of_circles) {
  Continuity all;
  for (int i = 0; i < 12; ++i) all.components.push_back({.reference = "CMP" + std::to_string(i)});
  for (const auto& from : all.components)
    for (const auto& to : all.components)
      if (from.reference != to.reference) all.dependencies.push_back(needs(from.reference, to.reference));
  EXPECT_EQ(DependencyGraph{all}.cycles(50).size(), 50u); // of about a hundred million
}

/// CMP0 and CMP1 need each other; below CMP1 forty forks, each of two ways that meet again, lead back to CMP1.
TEST(DependencyGraph, does_not_walk_all_ways_of_many_forks_to_find_a_circle) {
  Continuity all;
  const auto component = [](int number) { return "CMP" + std::to_string(number); };
  constexpr int forks = 40;
  for (int i = 0; i <= 1 + 3 * forks; ++i) all.components.push_back({.reference = component(i)});
  all.dependencies = {needs("CMP0", "CMP1"), needs("CMP1", "CMP0")};
  for (int fork = 0; fork < forks; ++fork) {
    const int top = 1 + 3 * fork;
    const auto end = fork + 1 == forks ? component(1) : component(top + 3);
    for (const int side : {top + 1, top + 2}) {
      all.dependencies.push_back(needs(component(top), component(side)));
      all.dependencies.push_back(needs(component(side), end));
    }
  }
  const auto cycles = DependencyGraph{all}.cycles(10);
  ASSERT_EQ(cycles.size(), 10u);
  EXPECT_EQ(cycles.front().size(), 3u);
  EXPECT_EQ(cycles.back().size(), 2u * forks + 1);
}

TEST(DependencyGraph, orders_from_above_with_circles_where_they_belong) {
  auto all = chain();
  all.dependencies = {needs("CMP2", "SV1"), needs("CMP1", "CMP2"), needs("CMP2", "CMP1"), needs("DPI", "CMP1"), needs("ACT1", "DPI")};
  const DependencyGraph graph{all};
  EXPECT_THAT(names_of(graph, graph.from_above()), ElementsAre("ACT1", "DPI", "CMP1", "CMP2", "CMP3", "SV1"));
}

TEST(DependencyGraph, takes_the_shortest_way_down) {
  auto all = chain();
  all.dependencies.push_back(needs("DPI", "CMP2"));
  const DependencyGraph graph{all};
  EXPECT_THAT(names_of(graph, graph.path(graph.find("ACT1"), graph.find("SV1"))), ElementsAre("ACT1", "DPI", "CMP2", "SV1"));
  EXPECT_THAT(names_of(graph, graph.path(graph.find("DPI"), graph.find("DPI"))), ElementsAre("DPI"));
  EXPECT_THAT(graph.path(graph.find("SV1"), graph.find("ACT1")), IsEmpty());
}

TEST(InheritedObjectives, carry_the_rto_of_an_activity_less_the_time_to_type_in_what_was_done_on_paper) {
  const auto all = chain();
  const DependencyGraph graph{all};
  const auto inherited = inherited_objectives(graph, all);
  EXPECT_EQ(inherited[graph.find("ACT1")].rto, std::nullopt);
  for (const auto* below : {"DPI", "CMP1", "CMP2", "CMP3", "SV1"}) {
    EXPECT_EQ(inherited[graph.find(below)].rto, Minutes{210}) << below;
    EXPECT_EQ(inherited[graph.find(below)].rpo, Minutes{240}) << below;
    EXPECT_EQ(inherited[graph.find(below)].rto_from, graph.find("ACT1")) << below;
  }
  EXPECT_THAT(names_of(graph, way_of_rpo(graph, inherited, graph.find("SV1"))), ElementsAre("ACT1", "DPI", "CMP1", "CMP2", "SV1"));
  EXPECT_THAT(way_of_rto(graph, inherited, graph.find("ACT1")), IsEmpty());
}

TEST(InheritedObjectives, take_the_tightest_of_all_that_stand_above) {
  auto all = chain();
  all.services[0].rto = Minutes{180};
  all.components[0].rpo = Minutes{15};
  all.components[1].rto = Minutes{60};
  const DependencyGraph graph{all};
  const auto inherited = inherited_objectives(graph, all);
  EXPECT_EQ(inherited[graph.find("CMP1")].rto, Minutes{180});
  EXPECT_EQ(inherited[graph.find("CMP2")].rto, Minutes{180}); // its own does not count
  EXPECT_EQ(inherited[graph.find("SV1")].rto, Minutes{60});
  EXPECT_EQ(inherited[graph.find("SV1")].rpo, Minutes{15});
  EXPECT_EQ(inherited[graph.find("SV1")].rpo_from, graph.find("CMP1"));
  EXPECT_EQ(inherited[graph.find("DPI")].rpo, Minutes{240});
}

TEST(InheritedObjectives, leave_nothing_for_systems_when_typing_in_takes_longer_than_the_rto) {
  auto all = chain();
  all.activities[0].manual_resume = Minutes{600};
  const DependencyGraph graph{all};
  EXPECT_EQ(inherited_objectives(graph, all)[graph.find("DPI")].rto, Minutes{0});
}

TEST(InheritedObjectives, pass_over_negative_promises) {
  auto all = chain();
  all.activities[0].rto = Minutes{-5};
  const DependencyGraph graph{all};
  EXPECT_EQ(inherited_objectives(graph, all)[graph.find("DPI")].rto, std::nullopt);
}

TEST(InheritedObjectives, let_each_node_of_a_circle_inherit_from_the_others_and_not_from_itself) {
  Continuity all;
  all.components = {{.reference = "A", .rto = Minutes{10}}, {.reference = "B", .rto = Minutes{20}}, {.reference = "C"}, {.reference = "D"}};
  all.dependencies = {needs("A", "B"), needs("B", "C"), needs("C", "A"), needs("C", "D")};
  const DependencyGraph graph{all};
  const auto inherited = inherited_objectives(graph, all);
  EXPECT_EQ(inherited[0].rto, Minutes{20});
  EXPECT_EQ(inherited[1].rto, Minutes{10});
  EXPECT_EQ(inherited[2].rto, Minutes{10});
  EXPECT_EQ(inherited[3].rto, Minutes{10});
  EXPECT_THAT(names_of(graph, way_of_rto(graph, inherited, 0)), ElementsAre("B", "C", "A"));
  EXPECT_THAT(names_of(graph, way_of_rto(graph, inherited, 3)), ElementsAre("A", "B", "C", "D"));
}

TEST(InheritedObjectives, do_not_reach_through_a_node_that_needs_itself) {
  Continuity all;
  all.components = {{.reference = "A", .rto = Minutes{10}}};
  all.dependencies = {needs("A", "A")};
  const DependencyGraph graph{all};
  EXPECT_EQ(inherited_objectives(graph, all)[0].rto, std::nullopt);
}

} // namespace
} // namespace hdskit
