#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <string>

class wxWindow;

namespace hdskit::gui {

/// Asks for the hospital, its people, its services and its regime, then creates a workspace. Its location, or "" when the person gave up.
std::string run_assistant(wxWindow* owner, const Acting& acting);

} // namespace hdskit::gui
