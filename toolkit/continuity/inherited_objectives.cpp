#include "toolkit/continuity/dependency_graph.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace hdskit {
namespace {

constexpr auto nobody = DependencyGraph::none;

/// A promise, whose it is, and the node that it came through last. The tightest first; of equal ones, that of the first node, then the shortest way.
struct Promise {
  std::int64_t minutes = std::numeric_limits<std::int64_t>::max();
  std::size_t from = nobody, hops = 0, via = nobody;
  bool tighter_than(const Promise& other) const { return std::tie(minutes, from, hops) < std::tie(other.minutes, other.from, other.hops); }
};

void tighten(Promise& kept, const Promise& offered) {
  if (offered.from != nobody && offered.tighter_than(kept)) kept = offered;
}

using OwnPromise = std::optional<Minutes> (*)(const DependencyNode&, const Continuity&);

std::optional<Minutes> passed_rto(const DependencyNode& node, const Continuity& continuity) {
  if (!node.rto || node.kind != NodeKind::activity) return node.rto;
  const auto paper = continuity.activities[node.record].manual_resume.value_or(Minutes{});
  return Minutes{node.rto->count < 0 ? node.rto->count : std::max<std::int64_t>(0, node.rto->count - std::max<std::int64_t>(0, paper.count))};
}

std::optional<Minutes> passed_rpo(const DependencyNode& node, const Continuity&) { return node.rpo; }

/// Carries one objective from above down, group after group.
class Descent {
public:
  Descent(const DependencyGraph& graph, const Continuity& continuity, OwnPromise promise)
      : graph_{graph}, continuity_{continuity}, promise_{promise}, inherited_(graph.nodes().size()), group_of_(graph.nodes().size(), nobody) {}

  void pass(const std::vector<std::size_t>& group) {
    for (const auto node : group) group_of_[node] = group.front();
    if (group.size() > 1) share_inside(group);
    for (const auto node : group) hand_down(node);
  }
  const std::vector<Promise>& inherited() const { return inherited_; }

private:
  Promise own(std::size_t node) const {
    const auto minutes = promise_(graph_.nodes()[node], continuity_);
    return minutes && minutes->count >= 0 ? Promise{minutes->count, node, 0, nobody} : Promise{};
  }

  /// In a circle each node stands above each other: all inherit what comes from outside, and the tightest of the others.
  void share_inside(const std::vector<std::size_t>& group) {
    Promise outside, first, second;
    for (const auto node : group) {
      tighten(outside, inherited_[node]);
      auto promise = own(node);
      if (promise.tighter_than(first)) std::swap(promise, first);
      if (promise.tighter_than(second)) second = promise;
    }
    for (const auto node : group) {
      auto& kept = inherited_[node];
      tighten(kept, outside);
      tighten(kept, first.from == node ? second : first);
      kept.hops = 0;
      kept.via = nobody;
    }
  }

  void hand_down(std::size_t node) {
    auto offered = inherited_[node];
    tighten(offered, own(node));
    if (offered.from == nobody) return;
    ++offered.hops;
    offered.via = node;
    for (const auto below : graph_.nodes()[node].needs)
      if (group_of_[below] != group_of_[node]) tighten(inherited_[below], offered);
  }

  const DependencyGraph& graph_;
  const Continuity& continuity_;
  OwnPromise promise_;
  std::vector<Promise> inherited_;
  std::vector<std::size_t> group_of_; ///< by its first node; nobody before its turn
};

using Via = std::size_t InheritedObjective::*;

std::vector<std::size_t> way_down(const DependencyGraph& graph, const std::vector<InheritedObjective>& inherited, std::size_t node, Via from, Via via) {
  const auto start = inherited[node].*from;
  if (start == nobody) return {};
  std::vector<std::size_t> way{node};
  while (way.back() != start) {
    const auto above = inherited[way.back()].*via;
    if (above == nobody || (above != start && inherited[above].*from != start)) return graph.path(start, node); // a circle
    way.push_back(above);
  }
  std::ranges::reverse(way);
  return way;
}

} // namespace

std::vector<InheritedObjective> inherited_objectives(const DependencyGraph& graph, const Continuity& continuity) {
  Descent rto{graph, continuity, passed_rto}, rpo{graph, continuity, passed_rpo};
  for (const auto& group : graph.groups_from_above()) {
    rto.pass(group);
    rpo.pass(group);
  }
  std::vector<InheritedObjective> result(graph.nodes().size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto &time = rto.inherited()[i], &loss = rpo.inherited()[i];
    if (time.from != nobody) result[i].rto = Minutes{time.minutes};
    if (loss.from != nobody) result[i].rpo = Minutes{loss.minutes};
    result[i].rto_from = time.from, result[i].rto_via = time.via;
    result[i].rpo_from = loss.from, result[i].rpo_via = loss.via;
  }
  return result;
}

std::vector<std::size_t> way_of_rto(const DependencyGraph& graph, const std::vector<InheritedObjective>& inherited, std::size_t node) {
  return way_down(graph, inherited, node, &InheritedObjective::rto_from, &InheritedObjective::rto_via);
}

std::vector<std::size_t> way_of_rpo(const DependencyGraph& graph, const std::vector<InheritedObjective>& inherited, std::size_t node) {
  return way_down(graph, inherited, node, &InheritedObjective::rpo_from, &InheritedObjective::rpo_via);
}

} // namespace hdskit
