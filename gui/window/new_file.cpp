#include "gui/window/new_file.hpp"

#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/filedlg.h>

#include <filesystem>

namespace hdskit::gui {

std::string workspace_files() { return tr("hdskit workspaces") + " (*.hds)|*.hds|" + tr("All files") + "|*"; }

std::string ask_new_file(wxWindow* owner, const std::string& title, const std::string& name) {
  wxFileDialog dialog{owner, text(title), "", text(name), text(workspace_files()), wxFD_SAVE};
  if (dialog.ShowModal() != wxID_OK) return "";
  std::filesystem::path file{utf8(dialog.GetPath())};
  if (file.extension() != ".hds") file += ".hds";
  return file.string();
}

} // namespace hdskit::gui
