#include "toolkit/dossier/chapter.hpp"

namespace hdskit {

namespace chapters {
extern const Chapter contents, presentation, open_points, candidate, actors, service, contracts, economics, security, forms, risks, continuity, recovery,
    backups, access, certification, applicability, authorisations, dates, correspondence, annexes;
}

std::span<const Chapter* const> all_chapters() {
  using namespace chapters;
  static const Chapter* const all[] = {&contents,  &presentation,  &open_points,   &candidate,      &actors,     &service,        &contracts,
                                       &economics, &security,      &forms,         &risks,          &continuity, &recovery,       &backups,
                                       &access,    &certification, &applicability, &authorisations, &dates,      &correspondence, &annexes};
  return all;
}

} // namespace hdskit
