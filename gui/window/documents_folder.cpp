#include "gui/window/documents_folder.hpp"

#include "gui/window/text.hpp"

#include <wx/stdpaths.h>
#include <wx/utils.h>

namespace hdskit::gui {

std::filesystem::path documents_folder() {
  const std::filesystem::path documents{utf8(wxStandardPaths::Get().GetUserDir(wxStandardPaths::Dir_Documents))};
  std::error_code ignored;
  return std::filesystem::is_directory(documents, ignored) ? documents : std::filesystem::path{utf8(wxGetHomeDir())};
}

} // namespace hdskit::gui
