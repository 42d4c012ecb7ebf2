#include "gui/pages/dossier_kept.hpp"

#include <map>

namespace hdskit::gui {

KeptDossier& kept_dossier(const std::string& location, const std::string& framework) {
  static std::map<std::pair<std::string, std::string>, KeptDossier> kept;
  return kept[{location, framework}];
}

} // namespace hdskit::gui
