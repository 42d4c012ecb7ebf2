#pragma once

class wxWindow;

namespace hdskit::gui {

/// Takes GTK's own search while typing, and its keys Ctrl+F, Ctrl+N and Ctrl+P, away from lists and trees: the menus of the window mean something else by them.
void leave_search_to_the_page(wxWindow& list);

} // namespace hdskit::gui
