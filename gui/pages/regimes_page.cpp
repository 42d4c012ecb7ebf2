#include "gui/page.hpp"

#include "gui/pages/regimes_certification_pane.hpp"
#include "gui/pages/regimes_coverage_pane.hpp"
#include "gui/pages/regimes_frameworks_pane.hpp"
#include "gui/pages/regimes_pairs_pane.hpp"

namespace hdskit::gui::pages {

extern const Page regimes;
const Page regimes{
    .id = "regimes",
    .title = marked("Regimes"),
    .sentence = marked("Which frameworks you follow, what each still asks, which requirements answer each other, audits of certification"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new TabbedPage<RegimesMap>{parent, desk, tr("Regimes"), read_regimes_map};
          page->add<RegimesFrameworksPane>(tr("Frameworks"));
          page->add<RegimesCoveragePane>(tr("Coverage"));
          page->add<RegimesPairsPane>(tr("Correspondences"));
          page->add<RegimesCertificationPane>(tr("Certification"));
          return built_page(page, regimes_subject);
        },
};

} // namespace hdskit::gui::pages
