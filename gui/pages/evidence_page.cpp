#include "gui/page.hpp"

#include <wx/panel.h>

namespace hdskit::gui::pages {

extern const Page evidence;
const Page evidence{
    .id = "evidence",
    .title = marked("Evidence"),
    .sentence = marked("The documents that prove it, and until when they hold"),
    .build = [](wxWindow* parent, const Desk&) { return BuiltPage{.window = new wxPanel{parent}}; },
};

} // namespace hdskit::gui::pages
