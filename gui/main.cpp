#include "gui/app.hpp"

wxIMPLEMENT_APP(hdskit::gui::App);
