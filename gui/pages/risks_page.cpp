#include "gui/page.hpp"

#include "gui/pages/risks_checks_pane.hpp"
#include "gui/pages/risks_ecosystem_pane.hpp"
#include "gui/pages/risks_plan_pane.hpp"
#include "gui/pages/risks_register_pane.hpp"
#include "gui/pages/risks_scenarios_pane.hpp"
#include "gui/pages/risks_versions_pane.hpp"
#include "gui/pages/risks_workshops_pane.hpp"
#include "gui/presenter/risks_subject.hpp"

namespace hdskit::gui::pages {

extern const Page risks;
const Page risks{
    .id = "risks",
    .title = marked("Risks"),
    .sentence = marked("The risk map: what could happen, how grave and how likely, what is done about it, and what remains"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new TabbedPage<RiskMap>{parent, desk, tr("Risks"), read_risk_map};
          page->add<RisksRegisterPane>(tr("Register"));
          page->add<RisksWorkshopsPane>(tr("Workshops"));
          page->add<RisksEcosystemPane>(tr("Ecosystem"));
          page->add<RisksScenariosPane>(tr("Scenarios"));
          page->add<RisksPlanPane>(tr("Action plan"));
          page->add<RisksChecksPane>(tr("Checks"));
          page->add<RisksVersionsPane>(tr("Versions"));
          return built_page(page, risks_subject);
        },
};

} // namespace hdskit::gui::pages
