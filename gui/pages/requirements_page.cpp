#include "gui/page.hpp"

#include <wx/panel.h>

namespace hdskit::gui::pages {

extern const Page requirements;
const Page requirements{
    .id = "requirements",
    .title = marked("Requirements"),
    .sentence = marked("What the regime asks for, and what the hospital answers"),
    .build = [](wxWindow* parent, const Desk&) { return BuiltPage{.window = new wxPanel{parent}}; },
};

} // namespace hdskit::gui::pages
