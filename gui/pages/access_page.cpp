#include "gui/page.hpp"

#include "gui/pages/access_card_pane.hpp"
#include "gui/pages/access_endpoints_pane.hpp"
#include "gui/pages/access_population_pane.hpp"
#include "gui/pages/access_review_pane.hpp"
#include "gui/pages/access_trust_pane.hpp"
#include "gui/pages/access_withdrawals_pane.hpp"

namespace hdskit::gui::pages {

extern const Page access;
const Page access{
    .id = "access",
    .title = marked("CPS access"),
    .sentence = marked("Who can reach the data: card certificates, doors of the applications, the yearly review of accounts"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new TabbedPage<AccessMap>{parent, desk, tr("CPS access"), read_access_map};
          page->add<AccessPopulationPane>(tr("Population"));
          page->add<AccessTrustPane>(tr("Authorities and lists"));
          page->add<AccessEndpointsPane>(tr("Endpoints"));
          page->add<AccessReviewPane>(tr("Review campaign"));
          page->add<AccessWithdrawalsPane>(tr("Withdrawals"));
          page->add<AccessCardPane>(tr("Card"));
          return built_page(page, access_subject);
        },
};

} // namespace hdskit::gui::pages
