#include "gui/page.hpp"

#include <wx/panel.h>

namespace hdskit::gui::pages {

extern const Page dossier;
const Page dossier{
    .id = "dossier",
    .title = marked("Dossier"),
    .sentence = marked("Build, read and file the dossier"),
    .build = [](wxWindow* parent, const Desk&) { return BuiltPage{.window = new wxPanel{parent}}; },
};

} // namespace hdskit::gui::pages
