#pragma once

#include "gui/desk.hpp"

namespace hdskit::gui::pages {

/// Asks for a folder and for a file, then writes the manifest of the folder in the background.
void make_a_manifest(const Desk& desk, wxWindow* owner);

} // namespace hdskit::gui::pages
