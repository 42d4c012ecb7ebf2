#include "gui/about.hpp"

namespace hdskit::gui {

void show_guide(wxWindow*) {}

} // namespace hdskit::gui
