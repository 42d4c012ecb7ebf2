#pragma once

#include "gui/desk.hpp"

#include <string>

namespace hdskit::gui::pages {

/// The live chronicle of an exercise, until the observer closes it. Throws Problem not_found when there is no such exercise.
void observe_exercise(const Desk& desk, wxWindow* owner, const std::string& exercise);

} // namespace hdskit::gui::pages
