#pragma once

#include "toolkit/base/progress.hpp"

#include <chrono>

namespace hdskit::gui {

/// Adds to the steps of work that counts bytes how much was done, how fast, and about how long the step will last yet. `elapsed`: a clock that never goes back.
Progress with_rate(Progress progress, std::function<std::chrono::milliseconds()> elapsed);

} // namespace hdskit::gui
