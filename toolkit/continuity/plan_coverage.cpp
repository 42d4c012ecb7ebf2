#include "toolkit/continuity/plan_coverage.hpp"

#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit {

PlanCoverage::PlanCoverage(const Continuity& continuity, const DependencyGraph& graph, const std::function<bool(const ContinuityPlan&)>& counts)
    : graph_{graph} {
  std::unordered_set<std::string> plans;
  for (const auto& plan : continuity.plans) {
    if (!counts(plan)) continue;
    plans.insert(reference_key(plan.reference));
    for (const auto& reference : plan.covers) named_.insert(graph.find(reference));
  }
  for (const auto& step : continuity.steps)
    if (plans.contains(reference_key(step.plan)))
      for (const auto& reference : step.restores) named_.insert(graph.find(reference));
  named_.erase(DependencyGraph::none);
}

bool PlanCoverage::is_named(std::size_t node) const { return named_.contains(node); }

bool PlanCoverage::covers(std::size_t node) const {
  if (is_named(node)) return true;
  const auto& nodes = graph_.nodes();
  if (nodes[node].kind != NodeKind::activity) return false;
  const auto is_service = [&](std::size_t below) { return nodes[below].kind == NodeKind::service; };
  return std::ranges::any_of(nodes[node].needs, is_service) &&
         std::ranges::all_of(nodes[node].needs, [&](std::size_t below) { return !is_service(below) || is_named(below); });
}

} // namespace hdskit
