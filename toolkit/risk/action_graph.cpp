#include "toolkit/risk/action_graph.hpp"

#include "toolkit/risk/study_index.hpp"

#include <algorithm>
#include <unordered_map>

namespace hdskit {
namespace {

void link(ActionGraph& graph, const std::vector<const ElementaryAction*>& actions) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < actions.size(); ++i) places.emplace(reference_key(actions[i]->reference), i);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    for (const auto& reference : actions[i]->after) {
      const auto found = places.find(reference_key(reference));
      if (found == places.end()) graph.astray.push_back({i, reference});
      else graph.before[i].push_back(found->second);
    }
    std::ranges::sort(graph.before[i]);
    graph.before[i].erase(std::unique(graph.before[i].begin(), graph.before[i].end()), graph.before[i].end());
  }
}

void put_in_order(ActionGraph& graph) {
  std::vector<std::vector<std::size_t>> behind(graph.before.size());
  std::vector<std::size_t> waiting(graph.before.size());
  for (std::size_t i = 0; i < graph.before.size(); ++i) {
    waiting[i] = graph.before[i].size();
    if (waiting[i] == 0) graph.order.push_back(i);
    for (const auto place : graph.before[i]) behind[place].push_back(i);
  }
  for (std::size_t i = 0; i < behind.size(); ++i) graph.last[i] = behind[i].empty();
  for (std::size_t next = 0; next < graph.order.size(); ++next)
    for (const auto place : behind[graph.order[next]])
      if (--waiting[place] == 0) graph.order.push_back(place);
}

/// What was not put in order waits for something that was not either: going back through it leads into a circle.
void find_circle(ActionGraph& graph) {
  std::vector<bool> ordered(graph.before.size());
  for (const auto place : graph.order) ordered[place] = true;
  const auto first = std::ranges::find(ordered, false);
  if (first == ordered.end()) return;
  std::vector<std::size_t> seen_at(graph.before.size(), graph.before.size()), way;
  auto place = static_cast<std::size_t>(first - ordered.begin());
  while (seen_at[place] == graph.before.size()) {
    seen_at[place] = way.size();
    way.push_back(place);
    place = *std::ranges::find_if(graph.before[place], [&](std::size_t back) { return !ordered[back]; });
  }
  graph.circle.assign(way.begin() + static_cast<std::ptrdiff_t>(seen_at[place]), way.end());
  graph.circle.push_back(place);
  std::ranges::reverse(graph.circle); // the way went backwards
}

} // namespace

ActionGraph graph_of(const std::vector<const ElementaryAction*>& actions) {
  ActionGraph graph;
  graph.before.resize(actions.size());
  graph.last.resize(actions.size());
  link(graph, actions);
  put_in_order(graph);
  find_circle(graph);
  return graph;
}

} // namespace hdskit
