#pragma once

class wxWindow;

namespace hdskit::gui {

/// The user guide in the person's language, carried inside the program, in a window of its own beside the work.
void show_guide(wxWindow* owner);

} // namespace hdskit::gui
