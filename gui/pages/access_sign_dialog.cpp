#include "gui/pages/access_sign_dialog.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/presenter/access_campaign.hpp"
#include "gui/presenter/access_card.hpp"
#include "gui/window/text.hpp"

#include <wx/checkbox.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

class SignDialog : public DialogForm {
public:
  SignDialog(wxWindow* owner, const CampaignWork& work, const Session& session, const std::string& module)
      : DialogForm{owner, tr("Sign the review campaign {1}", {work.campaign.reference})}, work_{work}, signer_id_{session.card() ? session.card()->national_id
                                                                                                                                 : ""} {
    for (const auto& line : signing_sentences(work_, false)) sentences_.push_back(add_sentence(line.text));
    by_card_ = new wxCheckBox{this, wxID_ANY, text(tr("Sign with a &card"))};
    by_card_->SetValue(session.card().has_value()); // who logged in with a card has it at hand
    by_card_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { follow(); });
    add_wide(by_card_);
    signer_ = add_field(tr("Signed by"), session.person());
    module_ = add_field(tr("Card module (PKCS#11)"), module, Browse::file);
    pin_ = add_field(tr("PIN of the card"), "", Browse::none, wxTE_PASSWORD);
    finish(tr("Sign"), by_card_);
    follow();
  }

  SignWish wish() const {
    return {.campaign = work_.campaign.reference,
            .signer = utf8(signer_->GetValue()),
            .signer_id = signer_id_,
            .by_card = by_card_->GetValue(),
            .module = utf8(module_->GetValue()),
            .pin = utf8(pin_->GetValue())};
  }

private:
  std::string fault() const override {
    if (!pin_) return "";
    const auto fault = signing_fault(work_);
    return fault.empty() ? wish_fault(wish()) : fault;
  }

  void follow() {
    const bool by_card = by_card_->GetValue();
    signer_->Enable(!by_card); // the card says it
    module_->Enable(by_card);
    pin_->Enable(by_card);
    sentences_.back()->SetLabelText(text(signing_sentences(work_, by_card).back().text));
    sentences_.back()->Wrap(GetClientSize().GetWidth() - 2 * sentences_.back()->GetPosition().x);
    update();
  }

  const CampaignWork& work_;
  const std::string signer_id_;
  std::vector<wxStaticText*> sentences_;
  wxCheckBox* by_card_ = nullptr;
  wxTextCtrl *signer_ = nullptr, *module_ = nullptr, *pin_ = nullptr;
};

} // namespace

void sign_the_campaign(const Desk& desk, wxWindow* owner, const CampaignWork& work) {
  const auto known = desk.card_module();
  SignDialog dialog{wxGetTopLevelParent(owner), work, desk.session, known.empty() ? usual_module() : known};
  if (dialog.ShowModal() != wxID_OK) return;
  const auto wish = dialog.wish();
  if (wish.by_card) desk.remember_card_module(wish.module);
  desk.background.run(
      owner, tr("Signature of {1}", {wish.campaign}),
      [location = desk.session.location(), acting = desk.session.acting(), wish, today = desk.session.today()](const Progress&) {
        return sign_wished_campaign(location, acting, wish, today);
      },
      [&desk](const ReviewCampaign& campaign) {
        attempt(desk, [&] { desk.session.look(); }); // it was signed through a workspace of its own
        desk.changed();
        desk.tell_outcome({tr("{1} is signed; what has to be carried out stands under “Withdrawals”.", {campaign.reference}), Tone::good}, "access",
                          "withdrawal");
      });
}

} // namespace hdskit::gui::pages
