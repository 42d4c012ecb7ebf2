#pragma once

#include <wx/bmpbndl.h>
#include <wx/iconbndl.h>

namespace hdskit::gui {

/// The drawing of gui/desktop/hdskit.svg, sharp at any size; `size` in device-independent pixels.
wxBitmapBundle program_drawing(int size);
/// The same in the sizes that window managers ask for.
wxIconBundle program_icons();

} // namespace hdskit::gui
