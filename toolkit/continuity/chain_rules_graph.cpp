#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/chain_view.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// What the one who promises leaves to systems, in words: an activity needs time to enter what was done on paper.
std::string told_promise(const ChainView& view, const HeldPromise& held) {
  const auto& above = view.node(held.way.front());
  if (above.kind == NodeKind::activity && above.rto && *above.rto != held.minutes)
    return tr("{1} has to be back within {2}, of which {3} are left to systems once what was done on paper is entered",
              {named(above), shown(*above.rto), shown(held.minutes)});
  return tr("{1} has to be back within {2}", {named(above), shown(held.minutes)});
}

void find_late(const ChainView& view, ChainReport& report, NodeKind kind) {
  for (std::size_t i = 0; i < view.graph.nodes().size(); ++i) {
    const auto& node = view.node(i);
    const auto& above = view.inherited[i].rto;
    if (node.kind != kind || !node.rto || !above || *node.rto <= *above) continue;
    const HeldPromise held{*above, way_of_rto(view.graph, view.inherited, i)};
    report.add(node, tr("{1}, but {2} promises only {3}: {4}.", {told_promise(view, held), named(node), shown(*node.rto), way_text(view, held.way)}),
               references_of(view, held.way));
  }
}

/// Below which nodes data is saved, circles or not.
std::vector<bool> saved_below(const DependencyGraph& graph) {
  std::vector<bool> saved(graph.nodes().size());
  const auto groups = graph.groups_from_above();
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
    const bool any = std::ranges::any_of(*group, [&](std::size_t place) {
      return std::ranges::any_of(graph.nodes()[place].needs, [&](std::size_t below) { return graph.nodes()[below].kind == NodeKind::backup || saved[below]; });
    });
    for (const auto place : *group) saved[place] = any;
  }
  return saved;
}

/// Of the backups that a node needs directly, the most frequent one; those without a period come last. None when it has none.
std::size_t most_frequent_backup(const ChainView& view, std::size_t bearer) {
  auto best = DependencyGraph::none;
  for (const auto below : view.node(bearer).needs) {
    const auto& backup = view.node(below);
    if (backup.kind != NodeKind::backup) continue;
    if (best == DependencyGraph::none || (backup.period && (!view.node(best).period || *backup.period < *view.node(best).period))) best = below;
  }
  return best;
}

bool is_restored(const ChainView& view, const DependencyNode& node) {
  if (node.kind == NodeKind::backup) return true;
  if (node.kind != NodeKind::component) return false;
  switch (view.continuity.components[node.record].nature) {
    case ComponentNature::site:
    case ComponentNature::person:
    case ComponentNature::subcontractor: return false; // nothing of them is restored by a technical test
    default: return true;
  }
}

std::optional<Date> last_proof(const ChainView& view, std::size_t place) {
  const auto& node = view.node(place);
  auto last = node.last_test;
  if (node.kind == NodeKind::component) last = std::max(last, view.exercised[place].last);
  return last;
}

} // namespace

void find_dependency_circles(const ChainView& view, ChainReport& report) {
  for (const auto& circle : view.graph.cycles())
    report.add(view.node(circle.front()), tr("{1} needs itself in a circle: {2}.", {named(view.node(circle.front())), way_text(view, circle)}),
               references_of(view, circle));
}

void find_activities_without_service(const ChainView& view, ChainReport& report) {
  for (const auto& node : view.graph.nodes())
    if (node.kind == NodeKind::activity && node.needs.empty())
      report.add(node, tr("The activity {1} needs no service and no component: nothing tells what it waits for when systems fail.", {named(node)}));
}

void find_unneeded(const ChainView& view, ChainReport& report) {
  for (const auto& node : view.graph.nodes())
    if (node.kind != NodeKind::activity && node.serves.empty())
      report.add(node, tr("Nothing needs {1}: say which activity, service or component depends on it, or remove it.", {named(node)}));
}

void find_late_services(const ChainView& view, ChainReport& report) { find_late(view, report, NodeKind::service); }
void find_late_infrastructure(const ChainView& view, ChainReport& report) { find_late(view, report, NodeKind::component); }

void find_loose_rpos(const ChainView& view, ChainReport& report) {
  for (std::size_t i = 0; i < view.graph.nodes().size(); ++i) {
    const auto& node = view.node(i);
    const auto& above = view.inherited[i].rpo;
    if (!node.rpo || !above || *node.rpo <= *above) continue;
    const auto way = way_of_rpo(view.graph, view.inherited, i);
    report.add(node,
               tr("{1} may lose at most {2} of data, but {3} promises only {4}: {5}.",
                  {named(view.node(way.front())), shown(*above), named(node), shown(*node.rpo), way_text(view, way)}),
               references_of(view, way));
  }
}

void find_rare_backups(const ChainView& view, ChainReport& report) {
  const auto& nodes = view.graph.nodes();
  std::vector<std::size_t> tightest_bearer(nodes.size(), DependencyGraph::none);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto backup = most_frequent_backup(view, i);
    const auto rpo = view.rpo_of(i);
    if (backup == DependencyGraph::none || !rpo || (nodes[backup].period && *nodes[backup].period <= *rpo)) continue;
    auto& bearer = tightest_bearer[backup];
    if (bearer == DependencyGraph::none || *rpo < *view.rpo_of(bearer)) bearer = i;
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (tightest_bearer[i] == DependencyGraph::none) continue;
    auto held = view.held_rpo(tightest_bearer[i]);
    const auto top = named(nodes[held.way.front()]);
    held.way.push_back(i);
    const auto way = way_text(view, held.way);
    report.add(nodes[i],
               nodes[i].period
                   ? tr("{1} may lose at most {2} of data, but {3} saves only every {4}: {5}.",
                        {top, shown(held.minutes), named(nodes[i]), shown(*nodes[i].period), way})
                   : tr("{1} may lose at most {2} of data, but nothing says how often {3} saves: {4}.", {top, shown(held.minutes), named(nodes[i]), way}),
               references_of(view, held.way));
  }
}

void find_unsaved(const ChainView& view, ChainReport& report) {
  const auto saved = saved_below(view.graph);
  const auto is_service = [&](std::size_t place) { return view.node(place).kind == NodeKind::service; };
  for (std::size_t i = 0; i < view.graph.nodes().size(); ++i) {
    const auto& node = view.node(i);
    if (node.kind == NodeKind::backup || saved[i]) continue;
    if (node.kind == NodeKind::activity && std::ranges::any_of(node.needs, is_service)) continue; // told of its services
    if (!view.rpo_of(i) || (node.kind == NodeKind::component && (!node.rpo || node.rpo->count < 0))) continue;
    const auto held = view.held_rpo(i);
    report.add(node,
               tr("{1} may lose at most {2} of data, but no backup stands below {3}: {4}.",
                  {named(view.node(held.way.front())), shown(held.minutes), named(node), way_text(view, held.way)}),
               references_of(view, held.way));
  }
}

void find_slow_restores(const ChainView& view, ChainReport& report) {
  for (std::size_t i = 0; i < view.graph.nodes().size(); ++i) {
    const auto& node = view.node(i);
    const auto rto = view.rto_of(i);
    if (!node.measured_restore || !rto || *node.measured_restore <= *rto) continue;
    const auto held = view.held_rto(i);
    report.add(node,
               tr("{1}, but the restore of {2} was measured at {3}: {4}.",
                  {told_promise(view, held), named(node), shown(*node.measured_restore), way_text(view, held.way)}),
               references_of(view, held.way));
  }
}

void find_unproven(const ChainView& view, ChainReport& report) {
  for (std::size_t i = 0; i < view.graph.nodes().size(); ++i) {
    const auto& node = view.node(i);
    if (!is_restored(view, node)) continue;
    const auto last = last_proof(view, i);
    if (is_recent(last, view.today)) continue;
    report.add(node, last ? tr("{1} was last tested on {2}: nothing of the last twelve months proves that it comes back.", {named(node), tr_date(*last)})
                          : tr("{1} was never tested: nothing proves that it comes back.", {named(node)}));
  }
}

} // namespace hdskit
