#include "gui/icon.hpp"

#include "embedded/desktop.hpp"

#include <wx/icon.h>

namespace hdskit::gui {

wxBitmapBundle program_drawing(int size) {
  const auto svg = embedded::desktop().front().bytes;
  return wxBitmapBundle::FromSVG(reinterpret_cast<const wxByte*>(svg.data()), svg.size(), {size, size});
}

wxIconBundle program_icons() {
  wxIconBundle icons;
  for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
    wxIcon icon;
    icon.CopyFromBitmap(program_drawing(size).GetBitmap({size, size}));
    icons.AddIcon(icon);
  }
  return icons;
}

} // namespace hdskit::gui
