#include "toolkit/continuity/dependency_graph.hpp"

#include "toolkit/continuity/circuits.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <queue>
#include <utility>

namespace hdskit {
namespace {

DependencyNode node_of(const Activity& activity, std::size_t record) {
  return {.kind = NodeKind::activity, .reference = activity.reference, .name = activity.name, .record = record, .rto = activity.rto, .rpo = activity.rpo};
}

DependencyNode node_of(const HostedService& service, std::size_t record) {
  return {.kind = NodeKind::service, .reference = service.code, .name = service.name, .record = record, .rto = service.rto, .rpo = service.rpo};
}

DependencyNode node_of(const Component& component, std::size_t record) {
  return {.kind = NodeKind::component,
          .reference = component.reference,
          .name = component.name,
          .record = record,
          .rto = component.rto,
          .rpo = component.rpo,
          .measured_restore = component.measured_restore,
          .last_test = component.last_test};
}

DependencyNode node_of(const BackupArrangement& backup, std::size_t record) {
  return {.kind = NodeKind::backup,
          .reference = backup.reference,
          .name = backup.name,
          .record = record,
          .measured_restore = backup.measured_restore,
          .period = backup.period,
          .last_test = backup.last_test};
}

template <typename Record> void enter_all(std::vector<DependencyNode>& nodes, const std::vector<Record>& records) {
  for (std::size_t i = 0; i < records.size(); ++i) nodes.push_back(node_of(records[i], i));
}

Arrows arrows_of(const std::vector<DependencyNode>& nodes) {
  Arrows arrows;
  arrows.reserve(nodes.size());
  for (const auto& node : nodes) arrows.push_back(node.needs);
  return arrows;
}

/// Lists without the second and further times that a node stands in them.
class ArrowList {
public:
  explicit ArrowList(std::size_t nodes) : last_from_(nodes, DependencyGraph::none) {}
  void drop_repeats(std::vector<std::size_t>& list, std::size_t from) {
    std::erase_if(list, [&](std::size_t to) { return std::exchange(last_from_[to], from) == from; });
  }

private:
  std::vector<std::size_t> last_from_;
};

} // namespace

DependencyGraph::DependencyGraph(const Continuity& continuity) {
  nodes_.reserve(continuity.activities.size() + continuity.services.size() + continuity.components.size() + continuity.backups.size());
  enter_all(nodes_, continuity.activities);
  enter_all(nodes_, continuity.services);
  enter_all(nodes_, continuity.components);
  enter_all(nodes_, continuity.backups);
  by_reference_.reserve(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (auto key = reference_key(nodes_[i].reference); !key.empty()) by_reference_.emplace(std::move(key), i);
  for (std::size_t i = 0; i < continuity.dependencies.size(); ++i) {
    const auto from = find(continuity.dependencies[i].from), to = find(continuity.dependencies[i].to);
    if (from == none || to == none || nodes_[from].kind == NodeKind::backup || nodes_[to].kind == NodeKind::activity) {
      dangling_.push_back(i);
      continue;
    }
    nodes_[from].needs.push_back(to);
    nodes_[to].serves.push_back(from);
  }
  ArrowList below{nodes_.size()}, above{nodes_.size()};
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    below.drop_repeats(nodes_[i].needs, i);
    above.drop_repeats(nodes_[i].serves, i);
  }
}

std::size_t DependencyGraph::find(std::string_view reference) const {
  const auto found = by_reference_.find(reference_key(reference));
  return found == by_reference_.end() ? none : found->second;
}

std::vector<std::vector<std::size_t>> DependencyGraph::cycles(std::size_t most) const { return circuits_of(arrows_of(nodes_), most); }

std::vector<std::vector<std::size_t>> DependencyGraph::groups_from_above() const { return strong_groups(arrows_of(nodes_)); }

std::vector<std::size_t> DependencyGraph::from_above() const {
  std::vector<std::size_t> order;
  order.reserve(nodes_.size());
  for (const auto& group : groups_from_above()) order.insert(order.end(), group.begin(), group.end());
  return order;
}

std::vector<std::size_t> DependencyGraph::path(std::size_t from, std::size_t to) const {
  std::vector<std::size_t> before(nodes_.size(), none);
  std::queue<std::size_t> open;
  before[from] = from;
  open.push(from);
  while (!open.empty() && before[to] == none) {
    const auto node = open.front();
    open.pop();
    for (const auto below : nodes_[node].needs) {
      if (before[below] != none) continue;
      before[below] = node;
      open.push(below);
    }
  }
  if (before[to] == none) return {};
  std::vector<std::size_t> way{to};
  while (way.back() != from) way.push_back(before[way.back()]);
  std::ranges::reverse(way);
  return way;
}

} // namespace hdskit
