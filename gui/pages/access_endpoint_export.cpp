#include "gui/pages/access_endpoint_export.hpp"

#include "gui/presenter/access_endpoints.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/filedlg.h>

namespace hdskit::gui::pages {

void export_endpoint_report(const Desk& desk, wxWindow* owner, const EndpointRun& run) {
  wxFileDialog dialog{wxGetTopLevelParent(owner),
                      text(tr("Export the report of {1}", {run.reference})),
                      "",
                      text(proposed_report_name(run) + ".pdf"),
                      text(tr("Report to read") + " (*.pdf)|*.pdf|" + tr("Report for programs") + " (*.json)|*.json"),
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (dialog.ShowModal() != wxID_OK) return;
  std::filesystem::path file{utf8(dialog.GetPath())};
  if (file.extension() != ".pdf" && file.extension() != ".json") file += dialog.GetFilterIndex() == 0 ? ".pdf" : ".json";
  desk.background.run(
      owner, tr("Report of {1}", {run.reference}),
      [location = desk.session.location(), today = desk.session.today(), run, file](const Progress&) {
        export_check_report(Workspace::open(location), run, today, file);
      },
      [&desk, file] { desk.tell(tr("The report was written: {1}", {file.string()})); });
}

} // namespace hdskit::gui::pages
