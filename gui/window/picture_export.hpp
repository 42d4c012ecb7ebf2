#pragma once

#include "toolkit/page/drawing.hpp"

#include <string>

class wxWindow;

namespace hdskit::gui {

/// Asks where to, then writes the drawing as PNG (for screens and texts) or SVG (for any size). The sentence to tell, or "" when the person changed
/// their mind. Throws Problem.
std::string export_picture(wxWindow* owner, const page::Drawing& drawing, const std::string& name);

} // namespace hdskit::gui
