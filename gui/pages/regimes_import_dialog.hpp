#pragma once

#include "gui/desk.hpp"

namespace hdskit::gui::pages {

/// Asks for the library of another tool, reads it in the background, tells what it would bring, and takes it when the person agrees.
void import_a_library(const Desk& desk, wxWindow* owner);

} // namespace hdskit::gui::pages
