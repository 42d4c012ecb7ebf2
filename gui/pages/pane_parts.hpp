#pragma once

#include "gui/desk.hpp"

#include <functional>
#include <string>

class wxButton;
class wxSizer;
class wxSplitterWindow;
class wxWindow;

namespace hdskit::gui::pages {

// What the panes of a page with tabs are laid out with.

/// A splitter without border. `narrowest`: of either part, in device-independent pixels; `gravity`: the share of a new size that the first part takes.
wxSplitterWindow* new_splitter(wxWindow* parent, int narrowest, double gravity = 0);

/// The rows fill the pane, with the house's gap around them.
void fill_pane(wxWindow& pane, wxSizer* rows);

/// A button at the end of a line of buttons; what `run` throws is told. Needs `desk` for as long as the button lives.
wxButton* add_button(wxWindow* parent, wxSizer& line, const Desk& desk, const std::string& label, std::function<void()> run);

} // namespace hdskit::gui::pages
