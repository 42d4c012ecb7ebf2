#include "gui/pages/dossier_kept.hpp"

#include "gui/window/text.hpp"

#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <map>

namespace hdskit::gui {

KeptDossier& kept_dossier(const std::string& location) {
  static std::map<std::string, KeptDossier> kept;
  return kept[location];
}

std::filesystem::path dossier_folder() {
  const std::filesystem::path documents{utf8(wxStandardPaths::Get().GetUserDir(wxStandardPaths::Dir_Documents))};
  std::error_code ignored;
  return std::filesystem::is_directory(documents, ignored) ? documents : std::filesystem::path{utf8(wxGetHomeDir())};
}

} // namespace hdskit::gui
