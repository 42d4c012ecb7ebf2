#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <string>

class wxWindow;

namespace hdskit::gui {

/// What the assistant made; `location` is "" when the person gave up.
struct Assisted {
  std::string location;
  std::string author; ///< the name that they gave for the journal
};

/// Asks for the hospital, its people, its services and its regime, then creates a workspace.
Assisted run_assistant(wxWindow* owner, const Acting& acting);

} // namespace hdskit::gui
