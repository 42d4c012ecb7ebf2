#pragma once

class wxWindow;

namespace hdskit::gui {

/// Takes GTK's own search while typing away from a list or tree: it would catch Ctrl+F, which searches the page.
void leave_search_to_the_page(wxWindow& list);

} // namespace hdskit::gui
