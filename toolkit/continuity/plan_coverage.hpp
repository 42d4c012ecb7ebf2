#pragma once

#include "toolkit/continuity/dependency_graph.hpp"

#include <functional>
#include <unordered_set>

namespace hdskit {

/// What some of the plans cover, with the services and components that their steps restore. An activity is also covered when all services that it needs
/// directly are. References of components and services that lead nowhere count for nothing.
class PlanCoverage {
public:
  PlanCoverage(const Continuity& continuity, const DependencyGraph& graph, const std::function<bool(const ContinuityPlan&)>& counts);
  bool covers(std::size_t node) const; ///< node of the graph

private:
  bool is_named(std::size_t node) const;
  const DependencyGraph& graph_;
  std::unordered_set<std::size_t> named_;
};

} // namespace hdskit
