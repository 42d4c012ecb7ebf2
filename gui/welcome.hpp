#pragma once

#include "gui/presenter/recent_files.hpp"

#include <functional>
#include <string>
#include <vector>

class wxWindow;

namespace hdskit::gui {

/// What stands in the window when no workspace is open: what to do first.
struct WelcomeChoices {
  std::vector<RecentFile> recent;
  std::function<void()> open, create, demonstration, from_export;
  std::function<void(const std::string& location)> open_recent;
};
wxWindow* new_welcome(wxWindow* parent, WelcomeChoices choices);

} // namespace hdskit::gui
