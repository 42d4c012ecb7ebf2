#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/continuity/exercise_programme.hpp"

namespace hdskit::cli {

/// {"exercises", "coverage", "programme", "group"}
json::object exercises_json(const Continuity& continuity, Date today);
void print_exercises(Context& context, const Continuity& continuity, Date today);

/// One exercise with its chronicle and the actions that follow from it.
json::object exercise_json(const Continuity& continuity, const Exercise& exercise);
void print_exercise(Context& context, const Continuity& continuity, const Exercise& exercise);

} // namespace hdskit::cli
