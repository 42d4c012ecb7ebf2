#include "gui/page.hpp"

#include "gui/pages/continuity_checks_pane.hpp"
#include "gui/pages/continuity_exercises_pane.hpp"
#include "gui/pages/continuity_graph_pane.hpp"
#include "gui/pages/continuity_plans_pane.hpp"
#include "gui/pages/continuity_promises_pane.hpp"

namespace hdskit::gui::pages {

extern const Page continuity;
const Page continuity{
    .id = "continuity",
    .title = marked("Continuity"),
    .sentence = marked("What the hospital promises when systems fail, and the proof that it can keep the promise"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new TabbedPage<ContinuityMap>{parent, desk, tr("Continuity"), read_continuity_map};
          page->add<ContinuityPromisesPane>(tr("Activities and services"));
          page->add<ContinuityGraphPane>(tr("Dependencies"));
          page->add<ContinuityPlansPane>(tr("Plans"));
          page->add<ContinuityExercisesPane>(tr("Exercises"));
          page->add<ContinuityChecksPane>(tr("Checks"));
          return built_page(page, continuity_subject);
        },
};

} // namespace hdskit::gui::pages
