#include "gui/pages/evidence_adding_run.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit::gui::pages {

void run_filing(const Desk& desk, wxWindow* owner, const std::string& title, Filing work, std::function<void()> done) {
  desk.background.run(
      owner, title,
      [location = desk.session.location(), acting = desk.session.acting(), work = std::move(work)](const Progress& progress) {
        auto workspace = Workspace::open(location);
        return work(workspace, acting, progress);
      },
      [&desk, title, done = std::move(done)](JournalSpan span) {
        desk.session.remember(title, span);
        desk.changed();
        done();
      });
}

} // namespace hdskit::gui::pages
