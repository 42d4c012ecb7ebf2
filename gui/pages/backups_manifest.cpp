#include "gui/pages/backups_manifest.hpp"

#include "gui/presenter/shown.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/manifest.hpp"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/utils.h>

namespace hdskit::gui::pages {

void make_a_manifest(const Desk& desk, wxWindow* owner) {
  wxDirDialog folder{wxGetTopLevelParent(owner), text(tr("The folder whose manifest is made")), "", wxDD_DIR_MUST_EXIST};
  if (folder.ShowModal() != wxID_OK) return;
  wxFileDialog target{wxGetTopLevelParent(owner), text(tr("Where to write the manifest")), "", "manifeste.txt", "*", wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (target.ShowModal() != wxID_OK) return;
  const std::filesystem::path root{utf8(folder.GetPath())}, file{utf8(target.GetPath())};
  const ManifestHeading heading{desk.session.acting().at, utf8(wxGetHostName()), root.string(), "hdskit " HDSKIT_VERSION};
  desk.background.run(
      owner, tr("Manifest of “{1}”", {root.string()}),
      [root, file, heading](const Progress& progress) {
        TreeReading reading;
        reading.progress = progress;
        return write_manifest(root, file, heading, reading);
      },
      [&desk, file](const ManifestTotals& totals) {
        desk.tell(tr("The manifest of {1} files ({2}) was written: {3}", {std::to_string(totals.files), shown_bytes(totals.bytes), file.string()}));
      });
}

} // namespace hdskit::gui::pages
