#pragma once

#include "gui/desk.hpp"
#include "toolkit/organisation/record_kind.hpp"

#include <functional>

namespace hdskit::gui::pages {

/// Asks for a table and a threshold, checks it in the background, shows what was found; `log` begins the line of the log when the person wants one.
void check_a_table(const Desk& desk, wxWindow* owner, std::function<void(const Assignments& output)> log);

} // namespace hdskit::gui::pages
