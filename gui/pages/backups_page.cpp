#include "gui/page.hpp"

#include "gui/pages/backups_runs_pane.hpp"
#include "gui/pages/backups_sources_pane.hpp"
#include "gui/pages/backups_trend_pane.hpp"

namespace hdskit::gui::pages {

extern const Page backups;
const Page backups{
    .id = "backups",
    .title = marked("Backups"),
    .sentence = marked("Backups restored, compared and measured: the proof that data would come back"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new TabbedPage<BackupsMap>{parent, desk, tr("Backups"), read_backups_map};
          page->add<BackupsSourcesPane>(tr("Sources"));
          page->add<BackupsRunsPane>(tr("Tests"));
          page->add<BackupsTrendPane>(tr("Trend"));
          return built_page(page, backups_subject);
        },
};

} // namespace hdskit::gui::pages
