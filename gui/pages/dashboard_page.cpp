#include "gui/page.hpp"

#include <wx/panel.h>

namespace hdskit::gui::pages {

extern const Page dashboard;
const Page dashboard{
    .id = "dashboard",
    .title = marked("Dashboard"),
    .sentence = marked("Where the file stands, and what comes next"),
    .build = [](wxWindow* parent, const Desk&) { return BuiltPage{.window = new wxPanel{parent}}; },
};

} // namespace hdskit::gui::pages
