#include "gui/presenter/continuity_graph.hpp"

#include "gui/presenter/continuity_checks.hpp"
#include "gui/presenter/continuity_promises.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace hdskit::gui {
namespace {

constexpr std::size_t none = DependencyGraph::none;

/// Rings of what is below, or above: each node once, the nearest first.
std::vector<std::vector<std::size_t>> rings(const DependencyGraph& graph, std::size_t from, std::vector<std::size_t> DependencyNode::*direction) {
  std::vector<std::vector<std::size_t>> all;
  std::vector<bool> seen(graph.nodes().size());
  seen[from] = true;
  std::vector<std::size_t> ring{from};
  while (!ring.empty()) {
    std::vector<std::size_t> next;
    for (const auto node : ring)
      for (const auto other : graph.nodes()[node].*direction)
        if (!seen[other]) seen[other] = true, next.push_back(other);
    if (!next.empty()) all.push_back(next);
    ring = std::move(next);
  }
  return all;
}

struct Neighbourhood {
  std::set<std::size_t> drawn;
  std::size_t beyond = 0; ///< nodes that found no room
};

/// Nodes on the ways that show a broken promise.
std::set<std::size_t> broken_nodes(const ContinuityMap& map, std::size_t middle) {
  std::set<std::size_t> nodes;
  const auto& node = map.graph.nodes()[middle];
  for (const auto* finding : map.findings_of(kind_of(node.kind), node.reference))
    if (state_of_rule(finding->finding.rule) == PromiseState::not_kept)
      for (const auto& reference : finding->path)
        if (const auto place = map.graph.find(reference); place != none && nodes.size() < most_nodes_drawn / 2) nodes.insert(place);
  return nodes;
}

Neighbourhood neighbourhood(const ContinuityMap& map, std::size_t middle) {
  const auto& graph = map.graph;
  const auto below = rings(graph, middle, &DependencyNode::needs), above = rings(graph, middle, &DependencyNode::serves);
  Neighbourhood result{broken_nodes(map, middle), 0};
  result.drawn.insert(middle);
  for (std::size_t depth = 0; depth < std::max(below.size(), above.size()); ++depth)
    for (const auto* way : {&below, &above})
      if (depth < way->size())
        for (const auto node : (*way)[depth]) {
          if (result.drawn.size() < most_nodes_drawn) result.drawn.insert(node);
          else if (!result.drawn.contains(node)) ++result.beyond;
        }
  return result;
}

std::string promises_of(const DependencyNode& node) {
  std::vector<std::string> parts{node.reference};
  if (node.rto) parts.push_back(tr("RTO {1}", {to_field_text(node.rto)}));
  if (node.rpo) parts.push_back(tr("RPO {1}", {to_field_text(node.rpo)}));
  if (node.period) parts.push_back(tr("every {1}", {to_field_text(node.period)}));
  if (node.measured_restore) parts.push_back(tr("restored in {1}", {to_field_text(node.measured_restore)}));
  return joined(parts, " · ");
}

std::string kind_in_words(NodeKind kind) {
  switch (kind) {
    case NodeKind::activity: return tr("activity");
    case NodeKind::service: return tr("hosted service");
    case NodeKind::component: return tr("component");
    case NodeKind::backup: break;
  }
  return tr("backup arrangement");
}

page::GraphSpec::Tone tone_of(PromiseState state) {
  using Tone = page::GraphSpec::Tone;
  switch (state) {
    case PromiseState::nothing: return Tone::plain;
    case PromiseState::kept: return Tone::good;
    case PromiseState::unproven:
    case PromiseState::at_risk: return Tone::warning;
    case PromiseState::not_kept: break;
  }
  return Tone::danger;
}

page::GraphSpec::Node drawn_node(const ContinuityMap& map, std::size_t place) {
  const auto& node = map.graph.nodes()[place];
  const auto state = promise_state(map, place);
  const auto cell = promise_cell(state);
  const auto detail = promises_of(node);
  return {.key = node.reference,
          .title = node.name.empty() ? node.reference : node.name,
          .detail = detail,
          .name = tr("{1}, {2}, {3}: {4}", {node.name, kind_in_words(node.kind), detail, cell.text}),
          .tone = tone_of(state),
          .form = node.kind == NodeKind::activity ? page::GraphSpec::Form::round : page::GraphSpec::Form::box,
          .symbol = cell.text.substr(0, cell.text.find(' '))};
}

/// Steps of ways that show a broken promise.
std::set<std::pair<std::string, std::string>> broken_steps(const ContinuityMap& map, const DependencyNode& middle) {
  std::set<std::pair<std::string, std::string>> steps;
  for (const auto* finding : map.findings_of(kind_of(middle.kind), middle.reference))
    if (state_of_rule(finding->finding.rule) == PromiseState::not_kept)
      for (std::size_t i = 1; i < finding->path.size(); ++i) steps.emplace(reference_key(finding->path[i - 1]), reference_key(finding->path[i]));
  return steps;
}

page::GraphSpec spec_of(const ContinuityMap& map, std::size_t middle, const std::set<std::size_t>& drawn) {
  page::GraphSpec spec;
  constexpr double room = 110; // points
  spec.text_room = room;
  const auto& nodes = map.graph.nodes();
  const auto broken = broken_steps(map, nodes[middle]);
  for (const auto place : drawn) {
    spec.nodes.push_back(drawn_node(map, place));
    for (const auto needed : nodes[place].needs) {
      if (!drawn.contains(needed)) continue;
      const bool strong = broken.contains({reference_key(nodes[place].reference), reference_key(nodes[needed].reference)});
      spec.edges.push_back({.from = nodes[place].reference,
                            .to = nodes[needed].reference,
                            .label = {},
                            .strong = strong,
                            .tone = strong ? page::GraphSpec::Tone::danger : page::GraphSpec::Tone::plain});
    }
  }
  return spec;
}

} // namespace

DependencyFigure dependency_figure(const ContinuityMap& map, std::string_view reference) {
  const auto middle = map.graph.find(reference);
  DependencyFigure figure;
  if (middle == none) {
    figure.sentences.push_back(
        {tr("Nothing is recorded yet. Begin in the tab “Activities and services”: record activities, components and backups, then what depends on what."),
         Tone::faint});
    return figure;
  }
  const auto& node = map.graph.nodes()[middle];
  figure.reference = node.reference;
  figure.title = node.name.empty() ? node.reference : node.reference + "\u00A0– " + node.name;
  auto state = promise_cell(promise_state(map, middle));
  state.text = tr("{1}: {2}", {kind_in_words(node.kind), state.text});
  figure.sentences.push_back(state);
  if (node.needs.empty() && node.serves.empty())
    figure.sentences.push_back({tr("It stands alone: record what it needs in the tab “Activities and services”, Show: Dependencies."), Tone::warning});
  const auto around = neighbourhood(map, middle);
  figure.nodes.assign(around.drawn.begin(), around.drawn.end());
  if (around.beyond > 0)
    figure.sentences.push_back({trn("The drawing is full: {1} more lies farther away. Follow a node to see it.",
                                    "The drawing is full: {1} more lie farther away. Follow a node to see them.", static_cast<std::int64_t>(around.beyond)),
                                Tone::faint});
  figure.drawing = page::draw_graph(spec_of(map, middle, around.drawn));
  return figure;
}

std::string first_node(const ContinuityMap& map) {
  const auto& nodes = map.graph.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (promise_state(map, i) == PromiseState::not_kept) return nodes[i].reference;
  return nodes.empty() ? "" : nodes.front().reference;
}

ListRows node_rows(const ContinuityMap& map, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  const auto& nodes = map.graph.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto state = promise_cell(promise_state(map, i));
    if (sought.are_in(std::vector<std::string>{nodes[i].reference, nodes[i].name, kind_in_words(nodes[i].kind), state.text}))
      rows.push_back({nodes[i].reference, {{nodes[i].reference}, {nodes[i].name}, state}});
  }
  return rows_at_hand({{tr("Ref.")}, {tr("Name")}, {tr("Status")}}, std::move(rows));
}

ListRows figure_finding_rows(const ContinuityMap& map, const DependencyFigure& figure) {
  std::set<const ChainFinding*> told;
  std::vector<ListRow> rows;
  const auto tell = [&](const DependencyNode& node) {
    for (const auto* finding : map.findings_of(kind_of(node.kind), node.reference)) {
      if (!told.insert(finding).second) continue;
      rows.push_back({std::to_string(finding - map.findings.data()), {finding_cell(*finding)}});
    }
  };
  const auto middle = map.graph.find(figure.reference);
  if (middle != none) tell(map.graph.nodes()[middle]);
  for (const auto place : figure.nodes) tell(map.graph.nodes()[place]);
  return rows_at_hand({{tr("What the check found of what is shown")}}, std::move(rows));
}

std::string finding_node(const ContinuityMap& map, std::string_view key) {
  const auto destination = check_destination(map, key);
  const auto node = map.graph.find(destination.substr(destination.find(':') + 1));
  return node == none ? "" : map.graph.nodes()[node].reference;
}

void GraphTrail::go(const std::string& reference) {
  if (reference.empty() || reference == here_) return;
  if (!here_.empty()) behind_.push_back(here_);
  here_ = reference;
}

void GraphTrail::settle(const ContinuityMap& map) {
  std::erase_if(behind_, [&](const std::string& reference) { return map.graph.find(reference) == none; });
  if (map.graph.find(here_) != none) return;
  here_ = behind_.empty() ? first_node(map) : behind_.back();
  if (!behind_.empty()) behind_.pop_back();
}

void GraphTrail::back() {
  if (behind_.empty()) return;
  here_ = behind_.back();
  behind_.pop_back();
}

} // namespace hdskit::gui
