#include "gui/pages/requirements_sheet.hpp"

#include "gui/window/conflict_dialog.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/text.hpp"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int draft_after_ms = 1000;

} // namespace

void RequirementSheet::fill() {
  for (std::size_t i = 0; i < controls_.size(); ++i)
    if (controls_[i].text() != answer_.form().shown(i)) controls_[i].fill(answer_.form().shown(i));
  tell_standing_of_text();
}

void RequirementSheet::typed(std::size_t field, const std::string& words) {
  answer_.form().type(field, words);
  was_saved_ = false;
  draft_pause_.StartOnce(draft_after_ms);
  tell_standing_of_text();
}

void RequirementSheet::tell_standing_of_text() {
  if (!documents_) return; // a control that is being built
  const bool changed = answer_.changed();
  save_button_->Enable(changed);
  saved_->say(changed ? Cell{"✎ " + tr("Not saved yet"), Tone::warning} : was_saved_ ? Cell{"✔ " + tr("Saved"), Tone::good} : Cell{});
  const bool had_fault = fault_->IsShown(), had_others = elsewhere_->IsShown(), was_excluded = excluded_->IsShown();
  const auto fault = answer_.form().told_fault(AnswerForm::due);
  fault_->say({fault.empty() ? "" : "✖ " + fault, Tone::bad});
  elsewhere_->say(
      {answer_.changed_elsewhere() ? "⚠ " + tr("Somebody else changed this answer meanwhile; when you save, both are brought together.") : "", Tone::warning});
  show_applicability();
  if (had_fault != fault_->IsShown() || had_others != elsewhere_->IsShown() || was_excluded != excluded_->IsShown()) fit();
  Layout();
}

void RequirementSheet::keep_draft() {
  draft_pause_.Stop();
  attempt(desk_, [this] { answer_.keep_draft(); });
}

void RequirementSheet::show_draft() {
  const auto age = answer_.offered_draft();
  draft_->say({age.empty() ? "" : "✎ " + tr("A text for this item was typed {1} and never saved.", {age}), Tone::warning});
  draft_line_->Show(!age.empty());
}

void RequirementSheet::take_up_draft() {
  answer_.take_up_draft();
  show_draft();
  fill();
  fit();
  focus_statement();
}

void RequirementSheet::let_go_draft() {
  wxMessageDialog dialog{this, text(tr("Let this text go? It cannot be brought back.")), "hdskit", wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
  dialog.SetYesNoLabels(text(tr("Let it go")), text(tr("Keep it")));
  if (dialog.ShowModal() != wxID_YES) return;
  answer_.let_go_draft();
  show_draft();
  fit();
  focus_statement();
}

AnswerForm::Outcome RequirementSheet::save_answer() {
  return answer_.save(requirements_->standing().input.checklist, [this](const std::string& who_and_when, const Merge& merge) {
    return resolve_conflicts(this, tr("Answer to {1}", {answer_.label()}), who_and_when, answer_.form().fields(), merge);
  });
}

bool RequirementSheet::save() {
  if (!answer_.changed()) return true;
  draft_pause_.Stop();
  auto outcome = AnswerForm::Outcome::given_up;
  const bool worked = attempt(desk_, [&] { outcome = save_answer(); });
  failed_ = !worked;
  if (!worked || outcome == AnswerForm::Outcome::given_up) {
    try {
      answer_.keep_draft();
    } catch (...) { // the failure that was told comes first, but nothing told of this one
      if (!worked) desk_.tell_problem(std::current_exception());
    }
    tell_standing_of_text();
    return false;
  }
  was_saved_ = true;
  refused_.clear();
  fill();
  if (outcome == AnswerForm::Outcome::saved_with_theirs)
    desk_.tell(tr("The answer to {1} was saved, together with what somebody else changed in it meanwhile.", {answer_.label()}));
  desk_.changed();
  return true;
}

bool RequirementSheet::settle() {
  if (save()) return true;
  if (!failed_) return false; // the person wants to go on typing
  const auto values = answer_.form().values();
  if (std::exchange(refused_, values) != values) return false;
  return leave_as_draft();
}

bool RequirementSheet::leave_as_draft() {
  bool kept = true;
  try {
    answer_.keep_draft();
  } catch (...) { kept = false; }
  wxMessageDialog dialog{this, text(tr("The answer to {1} cannot be saved now.", {answer_.label()})), "hdskit", wxYES_NO | wxNO_DEFAULT | wxICON_WARNING};
  dialog.SetExtendedMessage(text(kept ? tr("You may go on: the text is kept aside on this machine and offered again when this item is shown.")
                                      : tr("It could not be kept aside on this machine either: if you go on, the text is lost. Copy it first.")));
  dialog.SetYesNoLabels(text(kept ? tr("Go on, keep it aside") : tr("Go on, lose the text")), text(tr("Stay here")));
  if (dialog.ShowModal() != wxID_YES) return false;
  answer_.leave_as_draft();
  answer_.show(answer_.item(), answer_.label(), requirements_->find(answer_.item()) ? requirements_->find(answer_.item())->answer : nullptr);
  show_draft();
  fill();
  fit();
  return true;
}

void RequirementSheet::focus_statement() {
  statement_->SetFocus();
  statement_->SetInsertionPointEnd();
}

void RequirementSheet::cite() {
  const auto code = choose_document(this, tr("Document to cite"), requirements_, "");
  statement_->SetFocus();
  if (code.empty()) return;
  const auto at = statement_->GetInsertionPoint();
  const auto before = utf8(statement_->GetRange(std::max(0L, at - 1), at)),
             after = utf8(statement_->GetRange(at, std::min(at + 1, statement_->GetLastPosition())));
  statement_->WriteText(text(citation_text(before, code, after)));
}

} // namespace hdskit::gui::pages
