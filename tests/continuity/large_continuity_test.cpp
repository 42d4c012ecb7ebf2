#include "bench/large_continuity.hpp"
#include "toolkit/continuity/chain_rules.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace hdskit {
namespace {

using Promises = std::map<std::string, std::int64_t>;

/// The least promise above each node of one objective, by handing it down every dependency until nothing changes any more.
Promises settled(const Continuity& all, const Promises& own) {
  Promises least;
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& dependency : all.dependencies) {
      for (const Promises* source : std::initializer_list<const Promises*>{&own, &least}) {
        const auto above = source->find(dependency.from);
        if (above == source->end()) continue;
        const auto [kept, is_new] = least.emplace(dependency.to, above->second);
        changed = changed || is_new || above->second < kept->second;
        kept->second = std::min(kept->second, above->second);
      }
    }
  }
  return least;
}

TEST(LargeContinuity, five_thousand_nodes_inherit_what_handing_down_every_dependency_gives) {
  const auto all = large_continuity(5'000, 20'000);
  const DependencyGraph graph{all};
  ASSERT_EQ(graph.nodes().size(), 5'000u);
  EXPECT_TRUE(graph.dangling().empty());
  EXPECT_TRUE(graph.cycles().empty());
  Promises rto, rpo;
  for (const auto& each : all.activities) rto[each.reference] = each.rto->count - 30, rpo[each.reference] = each.rpo->count;
  for (const auto& each : all.services) rto[each.code] = each.rto->count;
  for (const auto& each : all.components) rto[each.reference] = each.rto->count;
  const auto least_rto = settled(all, rto), least_rpo = settled(all, rpo);
  const auto inherited = inherited_objectives(graph, all);
  for (std::size_t i = 0; i < inherited.size(); ++i) {
    const auto& at = graph.nodes()[i].reference;
    ASSERT_EQ(inherited[i].rto ? inherited[i].rto->count : -1, least_rto.contains(at) ? least_rto.at(at) : -1) << at;
    ASSERT_EQ(inherited[i].rpo ? inherited[i].rpo->count : -1, least_rpo.contains(at) ? least_rpo.at(at) : -1) << at;
  }
}

TEST(LargeContinuity, every_finding_along_the_chain_shows_a_way_of_real_dependencies) {
  const auto all = large_continuity(5'000, 20'000);
  std::set<std::pair<std::string, std::string>> arrows;
  for (const auto& dependency : all.dependencies) arrows.emplace(dependency.from, dependency.to);
  std::size_t ways = 0;
  for (const auto& each : check_continuity(all, *Date::of(2026, 11, 22))) {
    for (std::size_t i = 0; i + 1 < each.path.size(); ++i) ASSERT_TRUE(arrows.contains({each.path[i], each.path[i + 1]})) << each.finding.sentence;
    ways += each.path.size() > 1;
  }
  EXPECT_GT(ways, 1'000u);
}

TEST(LargeContinuity, a_circle_through_all_nodes_and_a_way_through_all_nodes_are_borne) {
  Continuity all;
  for (int i = 0; i < 20'000; ++i) all.components.push_back({.reference = "CMP" + std::to_string(i)});
  for (int i = 0; i + 1 < 20'000; ++i) all.dependencies.push_back({.from = "CMP" + std::to_string(i), .to = "CMP" + std::to_string(i + 1)});
  all.components[0].rto = Minutes{60};
  const DependencyGraph line{all};
  EXPECT_EQ(way_of_rto(line, inherited_objectives(line, all), 19'999).size(), 20'000u);
  EXPECT_TRUE(line.cycles().empty());
  all.dependencies.push_back({.from = "CMP19999", .to = "CMP0"});
  const DependencyGraph circle{all};
  ASSERT_EQ(circle.cycles().size(), 1u);
  EXPECT_EQ(circle.cycles().front().size(), 20'001u);
  EXPECT_EQ(inherited_objectives(circle, all)[10'000].rto, Minutes{60});
}

} // namespace
} // namespace hdskit
