#include "gui/about.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/embedded.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace hdskit::gui {

void show_about(wxWindow* owner) {
  wxMessageDialog dialog{owner, text("hdskit " HDSKIT_VERSION), text(tr("About hdskit")), wxOK};
  dialog.SetExtendedMessage(
      text(tr("For French hospitals that host health data: the evidence, the answers, the assembled file and its deadlines. Licence Apache 2.0.")));
  dialog.SetOKLabel(text(tr("Close")));
  dialog.ShowModal();
}

} // namespace hdskit::gui
