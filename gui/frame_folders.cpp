#include "gui/frame.hpp"

#include "gui/presenter/workspace_folders.hpp"
#include "gui/window/new_file.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/problem.hpp"

#include <wx/dirdlg.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>

namespace hdskit::gui {

void Frame::ask_export_all() {
  if (!session_ || !settle()) return;
  wxDirDialog dialog{this, text(tr("Where the folder of the export shall lie")), wxStandardPaths::Get().GetDocumentsDir(), wxDD_DEFAULT_STYLE};
  if (dialog.ShowModal() != wxID_OK) return;
  const auto folder = proposed_export_folder(utf8(dialog.GetPath()), location(), session_->today());
  wxMessageDialog question{this, text(export_question(folder)), "hdskit", wxYES_NO | wxICON_WARNING};
  question.SetExtendedMessage(text(export_warning()));
  question.SetYesNoLabels(text(tr("Export")), text(tr("Cancel")));
  if (question.ShowModal() != wxID_YES) return;
  background_->run(
      this, tr("Exporting the whole workspace"),
      [from = location(), folder](const Progress& progress) { return export_workspace(Workspace::open(from), folder, "hdskit " HDSKIT_VERSION, progress); },
      [this, folder](const ExportedWorkspace& exported) { tell(told(exported, folder)); });
}

void Frame::ask_import_all() {
  wxDirDialog dialog{this, text(tr("The folder of an export")), wxStandardPaths::Get().GetDocumentsDir(), wxDD_DEFAULT_STYLE | wxDD_DIR_MUST_EXIST};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path folder{utf8(dialog.GetPath())};
  std::string file;
  try {
    file = ask_new_file(this, tr("Where to create the workspace"), proposed_file_name(look_at_export(folder)));
  } catch (...) { return tell_problem(std::current_exception()); }
  if (file.empty()) return;
  background_->run(
      this, tr("Creating a workspace from an export"),
      [folder, file, acting = Acting{household_.seat.person, household_.seat.now()}](const Progress& progress) {
        return import_workspace(folder, file, acting, std::nullopt, progress);
      },
      [this, file](const ImportedWorkspace& imported) {
        open_workspace(file);
        if (location() == file) tell(told(imported, file));
      });
}

} // namespace hdskit::gui
