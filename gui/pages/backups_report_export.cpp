#include "gui/pages/backups_report_export.hpp"

#include "gui/presenter/backups_order.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/filedlg.h>

namespace hdskit::gui::pages {

void export_test_report(const Desk& desk, wxWindow* owner, const RestoreRun& run) {
  const bool filed = !run.evidence.empty();
  const auto pdf = tr("Report to read") + " (*.pdf)|*.pdf|", json = tr("Report for programs") + " (*.json)|*.json";
  const auto name = "essai-restauration-" + run.reference;
  wxFileDialog dialog{wxGetTopLevelParent(owner),
                      text(tr("Export the report of {1}", {run.reference})),
                      "",
                      text(name + (filed ? ".pdf" : ".json")),
                      text(filed ? pdf + json : json),
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (dialog.ShowModal() != wxID_OK) return;
  std::filesystem::path file{utf8(dialog.GetPath())};
  if (file.extension() != ".pdf" && file.extension() != ".json") file += filed && dialog.GetFilterIndex() == 0 ? ".pdf" : ".json";
  desk.background.run(
      owner, tr("Report of {1}", {run.reference}),
      [location = desk.session.location(), run, file](const Progress&) { export_run_report(Workspace::open(location), run, file); },
      [&desk, file] { desk.tell(tr("The report was written: {1}", {file.string()})); });
}

} // namespace hdskit::gui::pages
