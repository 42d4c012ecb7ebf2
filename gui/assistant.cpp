#include "gui/assistant.hpp"

#include "gui/about.hpp"

namespace hdskit::gui {

std::string run_assistant(wxWindow*, const Acting&) { return ""; }
void show_guide(wxWindow*) {}

} // namespace hdskit::gui
