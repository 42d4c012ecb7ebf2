#include "gui/pages/access_withdrawals_pane.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/access_campaign.hpp"
#include "gui/presenter/access_review.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "gui/window/wrapped_sentence.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest_name = 120; ///< device-independent pixels

class DoneDialog : public DialogForm {
public:
  DoneDialog(wxWindow* owner, const Withdrawal& withdrawal, const std::string& account, const std::string& person)
      : DialogForm{owner, tr("{1} is carried out", {withdrawal.reference})}, withdrawal_{withdrawal} {
    if (!account.empty()) add_sentence(account);
    by_ = add_field(tr("Carried out by"), person);
    evidence_ = add_field(tr("Evidence (code of a document)"), "");
    note_ = add_field(tr("How"), "");
    finish(tr("Record it"), note_);
  }
  WithdrawalDone done(Date day) const { return {day, utf8(by_->GetValue()), utf8(evidence_->GetValue()), utf8(note_->GetValue())}; }

private:
  std::string fault() const override { return note_ ? done_fault(withdrawal_, utf8(evidence_->GetValue()), utf8(note_->GetValue())) : ""; }
  const Withdrawal withdrawal_;
  wxTextCtrl *by_ = nullptr, *evidence_ = nullptr, *note_ = nullptr;
};

} // namespace

AccessWithdrawalsPane::AccessWithdrawalsPane(wxWindow* parent, const Desk& desk) : AccessPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  sentence_ = new WrappedSentence{this};
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  all_ = new wxCheckBox{this, wxID_ANY, text(tr("Those that are carried out &too"))};
  all_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { attempt(desk_, [&] { show_list(); }); });
  rows->Add(all_, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(gap)));
  list_ = new ListView{this, {.name = tr("Withdrawals"), .search = true, .caution = tr("This list names persons: keep it only as long as it is needed.")}};
  list_->on_select = [this](const std::string&) { follow(); };
  list_->on_open = [this](const std::string&) { attempt(desk_, [&] { tell_done(); }); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  rows->Add(list_, wxSizerFlags{1}.Expand());
  note_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  rows->Add(note_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  fill_pane(*this, rows);
}

wxSizer* AccessWithdrawalsPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  done_ = button(tr("&Done…"), [this] { tell_done(); });
  line_ = button(tr("Its &campaign"), [this] { desk_.go_to("access", std::string{ReviewCampaign::type().kind}); });
  close_ = button(tr("C&lose the campaign…"), [this] { close(); });
  return line;
}

void AccessWithdrawalsPane::show(std::shared_ptr<const AccessMap> map) {
  map_ = std::move(map);
  sentence_->say(withdrawals_sentence(*map_));
  show_list();
}

void AccessWithdrawalsPane::show_list() {
  if (!map_) return;
  list_->show(withdrawal_rows(*map_, all_->GetValue(), words_));
  give_the_rest(list_->control(), 4, 6, narrowest_name);
  follow();
}

const Withdrawal* AccessWithdrawalsPane::chosen() const {
  const auto key = map_ ? list_->selected() : std::nullopt;
  return key ? map_->withdrawal(*key) : nullptr;
}

void AccessWithdrawalsPane::follow() {
  const auto* one = chosen();
  done_->Enable(one && !one->done_on);
  line_->Enable(map_ && map_->work);
  close_->Enable(map_ && map_->work && map_->work->campaign.state == CampaignState::signed_off);
  note_->SetLabelText(text(one ? one->note : ""));
}

void AccessWithdrawalsPane::tell_done() {
  const auto* one = chosen();
  if (!one || one->done_on) return;
  const auto withdrawal = *one; // another reading may come while the window stands
  DoneDialog dialog{wxGetTopLevelParent(this), withdrawal, account_of(*map_, withdrawal), desk_.session.person()};
  if (dialog.ShowModal() != wxID_OK) return;
  const auto done = dialog.done(desk_.session.today());
  desk_.session.change(tr("{1} carried out", {withdrawal.reference}), [&](Change& change) { carry_out(change, withdrawal, done); });
  desk_.changed();
  desk_.tell(tr("{1} is carried out.", {withdrawal.reference}));
}

void AccessWithdrawalsPane::close() {
  if (!map_ || !map_->work) return;
  const auto campaign = map_->work->campaign;
  wxMessageDialog dialog{wxGetTopLevelParent(this), text(tr("Close the campaign {1}?", {campaign.reference})), "hdskit", wxOK | wxCANCEL | wxICON_QUESTION};
  dialog.SetExtendedMessage(text(tr("Every withdrawal has to be carried out. From now on its personal details are kept for the days of retention only.")));
  dialog.SetOKCancelLabels(text(tr("Close the campaign")), text(tr("Leave it open")));
  if (dialog.ShowModal() != wxID_OK) return;
  desk_.background.run(
      this, tr("Closing {1}", {campaign.reference}),
      [location = desk_.session.location(), acting = desk_.session.acting(), reference = campaign.reference, today = desk_.session.today()](const Progress&) {
        return close_wished_campaign(location, acting, reference, today);
      },
      [this](const ReviewCampaign& closed) {
        attempt(desk_, [&] { desk_.session.look(); }); // it was closed through a workspace of its own
        desk_.changed();
        desk_.tell(tr("The campaign {1} is closed.", {closed.reference}));
      });
}

void AccessWithdrawalsPane::reveal(const std::string&, const std::string& reference) {
  if (!map_ || reference.empty()) return;
  if (const auto* one = map_->withdrawal(reference); one && one->done_on && !all_->GetValue()) {
    all_->SetValue(true);
    show_list();
  }
  list_->select(reference);
  follow();
}

void AccessWithdrawalsPane::focus() { list_->focus(); }
void AccessWithdrawalsPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
