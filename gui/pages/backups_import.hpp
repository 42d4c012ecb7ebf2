#pragma once

#include "gui/desk.hpp"

namespace hdskit::gui::pages {

/// Asks for signed results of machines that cannot reach the workspace, and takes them in, each once.
void import_test_results(const Desk& desk, wxWindow* owner);

} // namespace hdskit::gui::pages
