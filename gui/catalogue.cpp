#include "gui/page.hpp"

namespace hdskit::gui {

namespace pages {
extern const Page dashboard, organisation, requirements, evidence, risks, continuity, backups, access, regimes, habilitations, dossier, deadlines, journal;
}

std::span<const Page* const> all_pages() {
  static const Page* const pages[] = {&pages::dashboard,  &pages::organisation, &pages::requirements, &pages::evidence, &pages::risks,
                                      &pages::continuity, &pages::backups,      &pages::access,       &pages::dossier,  &pages::deadlines,
                                      &pages::journal,    &pages::regimes,      &pages::habilitations};
  return pages;
}

} // namespace hdskit::gui
