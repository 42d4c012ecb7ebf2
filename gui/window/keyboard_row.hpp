#pragma once

class wxDataViewCtrl;

namespace hdskit::gui {

/// Puts the keyboard on the row that is selected. wxWidgets 3.2 selects a row without it: the arrows would go on from where they were before.
void keyboard_follows_selection(wxDataViewCtrl& control);

} // namespace hdskit::gui
