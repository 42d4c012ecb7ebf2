#include "gui/page.hpp"

#include "gui/pages/habilitations_panes.hpp"

namespace hdskit::gui::pages {

extern const Page habilitations;
const Page habilitations{
    .id = "habilitations",
    .title = marked("Authorised persons"),
    .sentence = marked("Who may enter national health data, for which project and until when, and what left the secure space"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new TabbedPage<HabilitationsMap>{parent, desk, tr("Authorised persons"), read_habilitations_map};
          page->add<ProjectsPane>(tr("Projects"));
          page->add<PersonsPane>(tr("Register of persons"));
          page->add<OutputsPane>(tr("Outputs log"));
          return built_page(page, habilitations_subject);
        },
};

} // namespace hdskit::gui::pages
