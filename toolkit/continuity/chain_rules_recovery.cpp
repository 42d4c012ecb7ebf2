#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/chain_view.hpp"
#include "toolkit/continuity/plan_coverage.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

/// What the plan brings back: what it covers and what its steps restore, once each.
std::vector<std::size_t> brought_back(const ChainView& view, std::size_t place) {
  const auto& plan = view.continuity.plans[place];
  std::vector<std::string> references = plan.covers;
  for (const auto& planned : view.schedules[place].steps) references.insert(references.end(), planned.step->restores.begin(), planned.step->restores.end());
  std::vector<std::size_t> nodes;
  std::set<std::size_t> seen{DependencyGraph::none};
  for (const auto& reference : references)
    if (const auto node = view.graph.find(reference); seen.insert(node).second) nodes.push_back(node);
  return nodes;
}

/// Within what time systems have to bring the node back, and by whose promise. An activity leaves them its RTO less the time to enter what was done on paper.
std::optional<HeldPromise> wanted_of_systems(const ChainView& view, std::size_t node) {
  const auto& own = view.node(node);
  if (own.kind != NodeKind::activity) return view.rto_of(node) ? std::optional{view.held_rto(node)} : std::nullopt;
  if (!own.rto || own.rto->count < 0) return std::nullopt;
  const auto paper = view.continuity.activities[own.record].manual_resume.value_or(Minutes{}).count;
  return HeldPromise{Minutes{std::max<std::int64_t>(0, own.rto->count - std::max<std::int64_t>(0, paper))}, {node}};
}

void tell_slow_recovery(const ChainView& view, ChainReport& report, std::size_t place, std::size_t node) {
  const auto& plan = view.continuity.plans[place];
  const auto& schedule = view.schedules[place];
  const auto wanted = wanted_of_systems(view, node);
  const auto planned = planned_return(schedule, view.node(node).reference).value_or(schedule.total);
  if (!wanted || planned <= wanted->minutes) return;
  auto path = references_of(view, wanted->way);
  path.push_back(plan.reference);
  for (const auto& step : schedule.critical) path.push_back(step);
  report.add(
      plan,
      tr("The plan {1} brings {2} back after {3}, but {4} leaves {5}: {6}.",
         {named(plan), named(view.node(node)), shown(planned), named(view.node(wanted->way.front())), shown(wanted->minutes), way_text(view, wanted->way)}),
      std::move(path));
}

bool share_something(const ContinuityPlan& one, const ContinuityPlan& other) {
  return std::ranges::any_of(one.covers, [&](const std::string& reference) {
    return std::ranges::any_of(other.covers, [&](const std::string& covered) { return reference_key(covered) == reference_key(reference); });
  });
}

/// A recovery plan bears its own degraded mode; a continuity plan holds until the recovery plans of the same things are done.
void tell_short_hold(const ChainView& view, ChainReport& report, const ContinuityPlan& plan) {
  if (!plan.degraded_hold) return;
  for (std::size_t i = 0; i < view.schedules.size(); ++i) {
    const auto& recovery = view.continuity.plans[i];
    const auto total = view.schedules[i].total;
    if (recovery.kind != PlanKind::recovery || *plan.degraded_hold >= total) continue;
    if (&recovery == &plan)
      report.add(
          plan, tr("The degraded mode of the plan {1} can be borne for {2}, but the plan takes {3}.", {named(plan), shown(*plan.degraded_hold), shown(total)}));
    else if (plan.kind == PlanKind::continuity && share_something(plan, recovery))
      report.add(plan,
                 tr("The degraded mode of the plan {1} can be borne for {2}, but the recovery by {3} takes {4}.",
                    {named(plan), shown(*plan.degraded_hold), named(recovery), shown(total)}),
                 {plan.reference, recovery.reference});
  }
}

} // namespace

void find_slow_recoveries(const ChainView& view, ChainReport& report) {
  for (std::size_t i = 0; i < view.schedules.size(); ++i)
    if (view.continuity.plans[i].kind == PlanKind::recovery)
      for (const auto node : brought_back(view, i)) tell_slow_recovery(view, report, i, node);
}

void find_short_degraded_modes(const ChainView& view, ChainReport& report) {
  for (const auto& activity : view.continuity.activities)
    if (activity.manual_hold && activity.rto && *activity.manual_hold < *activity.rto)
      report.add(activity, tr("The degraded mode of {1} can be borne for {2}, but the activity is promised back only within {3}.",
                              {named(activity), shown(*activity.manual_hold), shown(*activity.rto)}));
  for (const auto& plan : view.continuity.plans) tell_short_hold(view, report, plan);
}

void find_covered_by_no_plan(const ChainView& view, ChainReport& report) {
  const PlanCoverage coverage{view.continuity, view.graph, [](const ContinuityPlan&) { return true; }};
  for (std::size_t i = 0; i < view.graph.nodes().size(); ++i) {
    const auto& node = view.node(i);
    if (node.kind != NodeKind::activity && node.kind != NodeKind::service) continue;
    if (!coverage.covers(i)) report.add(node, tr("No plan covers {1}.", {named(node)}));
  }
}

} // namespace hdskit
