#pragma once

class wxWindow;

namespace hdskit::gui {

void show_about(wxWindow* owner);

} // namespace hdskit::gui
