#pragma once

class wxWindow;

namespace hdskit::gui {

/// Takes GTK's own search while typing, and its keys Ctrl+F, Ctrl+N and Ctrl+P, away from lists and trees: the menus of the window mean something else by them.
void leave_search_to_the_page(wxWindow& list);

/// Tells GTK that all rows are as high as the first, which keeps it from measuring, and so from reading, every one of a long list.
/// All columns must have got a width before; take it back before columns are added.
void tell_rows_of_one_height(wxWindow& list, bool same);

} // namespace hdskit::gui
