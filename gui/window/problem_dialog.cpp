#include "gui/window/problem_dialog.hpp"

#include "gui/window/text.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/msgdlg.h>

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

} // namespace hdskit::gui
