#include "gui/window/problem_dialog.hpp"

#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace hdskit::gui {

Told told(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Problem& problem) { return {problem.what(), problem.remedy(), problem.kind() == ProblemKind::cancelled}; } catch (const std::exception& bug) {
    return {tr("Something that should not happen did: {1}.", {bug.what()}), tr("Nothing was saved by this step. Please report it to the makers of hdskit."),
            false};
  } catch (...) {
    return {tr("Something that should not happen did: {1}.", {"?"}), tr("Nothing was saved by this step. Please report it to the makers of hdskit."), false};
  }
}

void show_problem(wxWindow* owner, const std::exception_ptr& failure) noexcept {
  try {
    const auto [sentence, remedy, cancelled] = told(failure);
    if (cancelled) return;
    wxMessageDialog dialog{owner, text(sentence), "hdskit", wxOK | wxICON_WARNING};
    dialog.SetExtendedMessage(text(remedy));
    dialog.SetOKLabel(text(tr("Close")));
    dialog.ShowModal();
  } catch (...) {} // no way is left to tell it
}

void show_whole(wxWindow* owner, const std::string& words) {
  constexpr int width = 720, height = 420; ///< device-independent pixels
  const auto title = tr("What went wrong");
  wxDialog dialog{owner, wxID_ANY, text(title), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER};
  auto* reading = new_reading_text(&dialog, title, height);
  reading->SetMinSize(dialog.FromDIP(wxSize{width, height}));
  reading->ChangeValue(text(words));
  reading->ShowPosition(0);
  auto* close = new wxButton{&dialog, wxID_CANCEL, text(tr("Close"))};
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(reading, wxSizerFlags{1}.Expand().Border(wxALL, dialog.FromDIP(2 * gap)));
  rows->Add(close, wxSizerFlags{}.Right().Border(wxALL, dialog.FromDIP(2 * gap)));
  dialog.SetSizerAndFit(rows);
  dialog.CentreOnParent();
  dialog.ShowModal();
}

} // namespace hdskit::gui
