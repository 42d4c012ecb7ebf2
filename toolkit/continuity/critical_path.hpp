#pragma once

#include "toolkit/continuity/continuity.hpp"

namespace hdskit {

/// When a step can begin and must end, in minutes from the activation of the plan (critical path method, Kelley and Walker, 1959).
struct PlannedStep {
  const PlanStep* step = nullptr;
  Minutes earliest_start, earliest_end, latest_start, latest_end;
  Minutes slack; ///< 0 on the critical path
  bool critical = false;
};

struct PlanSchedule {
  std::vector<PlannedStep> steps;            ///< by earliest start, what comes before first, then in the order recorded; empty with a circle
  Minutes total;                             ///< planned recovery time
  std::vector<std::string> critical;         ///< references, in order: one of the longest ways
  std::vector<std::string> cycle;            ///< references in a circle, the first again at the end
  std::vector<std::string> without_duration; ///< counted as 0, like negative ones
};
PlanSchedule schedule_of(const std::vector<const PlanStep*>& steps); ///< of one plan, in the order recorded; points to them
PlanSchedule schedule_of(const Continuity& continuity, const ContinuityPlan& plan);

/// When a service or component is back according to a plan: the end of the first step that restores it; nothing when none does.
std::optional<Minutes> planned_return(const PlanSchedule& schedule, std::string_view reference);

/// The order in which components and services come back, over all recovery plans: reference and minutes, earliest first; of those that come back
/// together, what others need first. What no record bears is left out.
std::vector<std::pair<std::string, Minutes>> restore_order(const Continuity& continuity);

} // namespace hdskit
