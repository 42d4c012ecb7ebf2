#pragma once

class wxWindow;

namespace hdskit::gui {

void show_about(wxWindow* owner);
void show_guide(wxWindow* owner); ///< the user guide in the person's language, carried inside the program

} // namespace hdskit::gui
