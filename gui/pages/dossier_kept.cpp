#include "gui/pages/dossier_kept.hpp"

#include <map>

namespace hdskit::gui {

KeptDossier& kept_dossier(const std::string& location) {
  static std::map<std::string, KeptDossier> kept;
  return kept[location];
}

} // namespace hdskit::gui
