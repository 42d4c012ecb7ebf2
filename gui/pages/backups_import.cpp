#include "gui/pages/backups_import.hpp"

#include "gui/presenter/backups_order.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/filedlg.h>

namespace hdskit::gui::pages {

void import_test_results(const Desk& desk, wxWindow* owner) {
  wxFileDialog dialog{wxGetTopLevelParent(owner), text(tr("Signed results of restore tests")), "", "", "*", wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE};
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString paths;
  dialog.GetPaths(paths);
  std::vector<std::filesystem::path> files;
  for (const auto& path : paths) files.emplace_back(utf8(path));
  desk.background.run(
      owner, tr("Import of test results"),
      [location = desk.session.location(), acting = desk.session.acting(), today = desk.session.today(), files](const Progress& progress) {
        return import_result_files(location, acting, files, today, progress);
      },
      [&desk](const std::vector<std::string>& sentences) {
        attempt(desk, [&] { desk.session.look(); }); // they were filed through a workspace of its own
        desk.changed();
        std::string words;
        for (const auto& sentence : sentences) words += (words.empty() ? "" : " ") + sentence;
        desk.tell(words);
      });
}

} // namespace hdskit::gui::pages
