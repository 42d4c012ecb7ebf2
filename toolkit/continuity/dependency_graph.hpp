#pragma once

#include "toolkit/continuity/continuity.hpp"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hdskit {

enum class NodeKind { activity, service, component, backup };

/// A node of the dependencies: what is promised of it, and what was measured.
struct DependencyNode {
  NodeKind kind = NodeKind::component;
  std::string reference, name;
  std::size_t record = 0;                                    ///< index in its list of Continuity
  std::optional<Minutes> rto, rpo, measured_restore, period; ///< period: of a backup
  std::optional<Date> last_test;
  std::vector<std::size_t> needs, serves; ///< nodes below and above, in the order recorded
};

/// What depends on what, as a graph: activities above, backups below. Duplicate dependencies count once.
class DependencyGraph {
public:
  explicit DependencyGraph(const Continuity& continuity);

  const std::vector<DependencyNode>& nodes() const { return nodes_; }
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t find(std::string_view reference) const; ///< letter case and accents aside; none
  /// Dependencies whose ends lead nowhere: index in continuity.dependencies.
  const std::vector<std::size_t>& dangling() const { return dangling_; }

  /// Every circle once, each as the nodes in order with the first one again at the end; at most `most` of them.
  std::vector<std::vector<std::size_t>> cycles(std::size_t most = 100) const;

  /// Nodes in an order in which what needs something stands before it; the nodes of circles that touch each other stand together.
  std::vector<std::size_t> from_above() const;
  /// The same order in groups: a node alone, or all nodes that need each other in circles.
  std::vector<std::vector<std::size_t>> groups_from_above() const;

  /// The shortest way down from one node to another, both included; empty when there is none.
  std::vector<std::size_t> path(std::size_t from, std::size_t to) const;

private:
  std::vector<DependencyNode> nodes_;
  std::unordered_map<std::string, std::size_t> by_reference_;
  std::vector<std::size_t> dangling_;
};

/// The tightest promise above a node, and whose it is.
struct InheritedObjective {
  std::optional<Minutes> rto, rpo;                                                ///< nothing: nobody above promises anything
  std::size_t rto_from = DependencyGraph::none, rpo_from = DependencyGraph::none; ///< the node that promises it; of equal promises, the first node
  std::size_t rto_via = DependencyGraph::none, rpo_via = DependencyGraph::none;   ///< the node before this one on the shortest way down; none in circles
};
/// For each node, over all nodes above it (itself not counted). An activity passes down its RTO less the time to enter what was done on paper, at least 0.
/// Negative promises are none. Linear in nodes and dependencies, circles or not.
std::vector<InheritedObjective> inherited_objectives(const DependencyGraph& graph, const Continuity& continuity);

/// The shortest way down from the one who promises the tightest RTO (RPO) above a node to that node, both included; empty when nobody does.
std::vector<std::size_t> way_of_rto(const DependencyGraph& graph, const std::vector<InheritedObjective>& inherited, std::size_t node);
std::vector<std::size_t> way_of_rpo(const DependencyGraph& graph, const std::vector<InheritedObjective>& inherited, std::size_t node);

} // namespace hdskit
