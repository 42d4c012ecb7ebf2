#pragma once

#include "gui/presenter/palette.hpp"
#include "gui/presenter/preferences.hpp"

#include <wx/colour.h>

namespace hdskit::gui {

/// Light, dark or as the system is set. Takes effect on windows that are already open too.
void use_theme(Theme theme);
bool is_dark();

wxColour colour(Rgb colour);
/// The ink of `tone` in the theme that is on.
wxColour colour(Tone tone);

} // namespace hdskit::gui
