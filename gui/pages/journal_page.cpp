#include "gui/page.hpp"

#include <wx/panel.h>

namespace hdskit::gui::pages {

extern const Page journal;
const Page journal{
    .id = "journal",
    .title = marked("Journal"),
    .sentence = marked("Who changed what, and when"),
    .build = [](wxWindow* parent, const Desk&) { return BuiltPage{.window = new wxPanel{parent}}; },
};

} // namespace hdskit::gui::pages
