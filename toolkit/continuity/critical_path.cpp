#include "toolkit/continuity/critical_path.hpp"

#include "toolkit/continuity/circuits.hpp"
#include "toolkit/continuity/dependency_graph.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace hdskit {
namespace {

/// The steps of one plan by their places in the list, and what comes before and behind each.
struct StepGraph {
  Arrows before, behind;
};

StepGraph graph_of(const std::vector<const PlanStep*>& steps) {
  StepGraph graph{Arrows(steps.size()), Arrows(steps.size())};
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < steps.size(); ++i) places.emplace(reference_key(steps[i]->reference), i);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (const auto& reference : steps[i]->after)
      if (const auto found = places.find(reference_key(reference)); found != places.end()) graph.before[i].push_back(found->second);
    std::ranges::sort(graph.before[i]);
    graph.before[i].erase(std::unique(graph.before[i].begin(), graph.before[i].end()), graph.before[i].end());
    for (const auto place : graph.before[i]) graph.behind[place].push_back(i);
  }
  return graph;
}

/// The two passes of the critical path method over steps without a circle.
class Scheduling {
public:
  Scheduling(const std::vector<const PlanStep*>& steps, PlanSchedule& schedule)
      : steps_{steps}, graph_{graph_of(steps)}, planned_(steps.size()), depth_(steps.size()), schedule_{schedule} {}

  void run() {
    for (std::size_t i = 0; i < steps_.size(); ++i)
      if (!steps_[i]->duration) schedule_.without_duration.push_back(steps_[i]->reference);
    if (const auto circles = circuits_of(graph_.behind, 1); !circles.empty()) {
      for (const auto place : circles.front()) schedule_.cycle.push_back(steps_[place]->reference);
      return;
    }
    const auto groups = strong_groups(graph_.behind);
    for (const auto& group : groups) go_forward(group.front());
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) go_backward(group->front());
    list_longest_way();
    list_steps();
  }

private:
  std::int64_t duration_of(std::size_t place) const { return std::max<std::int64_t>(0, steps_[place]->duration.value_or(Minutes{}).count); }

  void go_forward(std::size_t place) {
    auto& own = planned_[place];
    own.step = steps_[place];
    for (const auto back : graph_.before[place]) {
      own.earliest_start = std::max(own.earliest_start, planned_[back].earliest_end);
      depth_[place] = std::max(depth_[place], depth_[back] + 1);
    }
    own.earliest_end = Minutes{own.earliest_start.count + duration_of(place)};
    schedule_.total = std::max(schedule_.total, own.earliest_end);
  }

  void go_backward(std::size_t place) {
    auto& own = planned_[place];
    own.latest_end = schedule_.total;
    for (const auto next : graph_.behind[place]) own.latest_end = std::min(own.latest_end, planned_[next].latest_start);
    own.latest_start = Minutes{own.latest_end.count - duration_of(place)};
    own.slack = Minutes{own.latest_start.count - own.earliest_start.count};
    own.critical = own.slack.count == 0;
  }

  /// Back from the first step that nothing comes behind and that ends last.
  void list_longest_way() {
    std::size_t place = 0;
    while (place < steps_.size() && !(graph_.behind[place].empty() && planned_[place].earliest_end == schedule_.total)) ++place;
    if (place == steps_.size()) return;
    schedule_.critical.push_back(steps_[place]->reference);
    while (!graph_.before[place].empty()) {
      const auto start = planned_[place].earliest_start;
      place = *std::ranges::find_if(graph_.before[place], [&](std::size_t back) { return planned_[back].earliest_end == start; });
      schedule_.critical.push_back(steps_[place]->reference);
    }
    std::ranges::reverse(schedule_.critical);
  }

  void list_steps() {
    std::vector<std::size_t> order(steps_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t place) { return std::tuple{planned_[place].earliest_start, depth_[place], place}; });
    for (const auto place : order) schedule_.steps.push_back(planned_[place]);
  }

  const std::vector<const PlanStep*>& steps_;
  StepGraph graph_;
  std::vector<PlannedStep> planned_;
  std::vector<std::size_t> depth_; ///< the most steps that come one after the other before it
  PlanSchedule& schedule_;
};

} // namespace

PlanSchedule schedule_of(const std::vector<const PlanStep*>& steps) {
  PlanSchedule schedule;
  Scheduling{steps, schedule}.run();
  return schedule;
}

PlanSchedule schedule_of(const Continuity& continuity, const ContinuityPlan& plan) {
  std::vector<const PlanStep*> steps;
  for (const auto& step : continuity.steps)
    if (reference_key(step.plan) == reference_key(plan.reference)) steps.push_back(&step);
  return schedule_of(steps);
}

std::optional<Minutes> planned_return(const PlanSchedule& schedule, std::string_view reference) {
  const auto key = reference_key(reference);
  std::optional<Minutes> first;
  for (const auto& planned : schedule.steps)
    if (std::ranges::any_of(planned.step->restores, [&](const std::string& restored) { return reference_key(restored) == key; }))
      first = first ? std::min(*first, planned.earliest_end) : planned.earliest_end;
  return first;
}

std::vector<std::pair<std::string, Minutes>> restore_order(const Continuity& continuity) {
  const DependencyGraph graph{continuity};
  std::unordered_map<std::string, Minutes> first;
  for (const auto& plan : continuity.plans) {
    if (plan.kind != PlanKind::recovery) continue;
    for (const auto& planned : schedule_of(continuity, plan).steps)
      for (const auto& restored : planned.step->restores) {
        const auto [place, is_new] = first.emplace(reference_key(restored), planned.earliest_end);
        if (!is_new) place->second = std::min(place->second, planned.earliest_end);
      }
  }
  std::vector<std::pair<std::string, Minutes>> order;
  const auto from_above = graph.from_above();
  for (auto node = from_above.rbegin(); node != from_above.rend(); ++node)
    if (const auto found = first.find(reference_key(graph.nodes()[*node].reference)); found != first.end())
      order.emplace_back(graph.nodes()[*node].reference, found->second);
  std::ranges::stable_sort(order, {}, &std::pair<std::string, Minutes>::second);
  return order;
}

} // namespace hdskit
