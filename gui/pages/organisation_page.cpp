#include "gui/page.hpp"

#include <wx/panel.h>

namespace hdskit::gui::pages {

extern const Page organisation;
const Page organisation{
    .id = "organisation",
    .title = marked("Organisation"),
    .sentence = marked("The hospital, its sites, services, clients, people and subcontractors"),
    .build = [](wxWindow* parent, const Desk&) { return BuiltPage{.window = new wxPanel{parent}}; },
};

} // namespace hdskit::gui::pages
