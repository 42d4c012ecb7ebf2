#pragma once

#include <string>

class wxTextCtrl;
class wxWindow;

namespace hdskit::gui {

/// Lines to read and to copy, not to write in, with a margin around them. `height` in device-independent pixels, -1 for as much as there is.
wxTextCtrl* new_reading_text(wxWindow* parent, const std::string& name, int height = -1);

} // namespace hdskit::gui
