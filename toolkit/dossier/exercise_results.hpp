#pragma once

#include "toolkit/continuity/continuity.hpp"

#include <string>
#include <vector>

namespace hdskit {

/// How long a service or component really took to come back, when it was last tried.
struct ExerciseResult {
  std::string reference, exercise;
  Date held_on;
  Minutes achieved;
};

/// The latest result of each service and component, in the order of the services, then of the components. A line of the chronicle that says “restored” counts
/// for what it names among what the exercise covers, or what its step restores, from the first line on; where no line does, the time achieved by the whole
/// exercise. Exercises held after `today` do not count. Pure.
std::vector<ExerciseResult> exercise_results(const Continuity& continuity, Date today);

} // namespace hdskit
