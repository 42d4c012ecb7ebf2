#include "gui/pages/regimes_dialogs.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/presenter/regimes_certification.hpp"
#include "gui/presenter/regimes_frameworks.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"

#include <wx/checkbox.h>
#include <wx/filedlg.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 720, height = 220, statement_width = 420, statement_height = 80; ///< device-independent pixels

class FollowDialog : public DialogForm {
public:
  FollowDialog(wxWindow* owner, const FollowingOffer& offer) : DialogForm{owner, tr("Follow {1}", {offer.regime->id()})} {
    for (const auto& line : offer.sentences) add_sentence(line.text)->SetForegroundColour(colour(line.tone));
    wxWindow* first = nullptr;
    if (!offer.what.empty()) {
      auto* list = new ListView{this, {.name = tr("Answers and reports that may be taken over")}};
      list->SetMinSize(FromDIP(wxSize{width, height}));
      list->show(offered_rows(offer));
      add_wide(list, 1);
      take_ = new wxCheckBox{this, wxID_ANY, text(tr("&Take over these answers, each citing where it comes from, and link these reports"))};
      take_->SetValue(true);
      add_wide(take_);
      first = take_;
    }
    finish(tr("Follow"), first ? first : this);
  }
  bool takes() const { return take_ && take_->GetValue(); }

private:
  std::string fault() const override { return ""; }
  wxCheckBox* take_ = nullptr;
};

/// Sentences, and a question: yes or no.
class SureDialog : public DialogForm {
public:
  SureDialog(wxWindow* owner, const std::string& title, const std::vector<Cell>& lines, const std::string& agree) : DialogForm{owner, title} {
    auto* words = new_reading_text(this, title, height);
    words->SetMinSize(FromDIP(wxSize{width, height}));
    std::string all;
    for (const auto& line : lines) all += (all.empty() ? "" : "\n\n") + line.text;
    words->ChangeValue(text(all));
    words->ShowPosition(0);
    add_wide(words, 1);
    finish(agree, words);
  }

private:
  std::string fault() const override { return ""; }
};

class TransfersDialog : public DialogForm {
public:
  TransfersDialog(wxWindow* owner, const RegimesMap& map) : DialogForm{owner, tr("Public page on transfers")}, map_{map} {
    const auto defects = transfer_defects(map_);
    if (defects.empty()) add_sentence(transfer_case_sentence(map_));
    for (const auto& defect : defects) add_sentence("⚠ " + defect)->SetForegroundColour(colour(Tone::warning));
    statement_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{statement_width, statement_height}), wxTE_MULTILINE};
    add_row(tr("Sentence of the référentiel, if you have it"), statement_);
    finish(tr("Write the page"), statement_);
  }
  std::string statement() const { return utf8(statement_->GetValue()); }

private:
  std::string fault() const override {
    return transfer_defects(map_).empty() ? "" : tr("The page would promise what nobody knows: complete the actors of the hosting first.");
  }
  const RegimesMap& map_;
  wxTextCtrl* statement_ = nullptr;
};

} // namespace

void follow_a_regime(const Desk& desk, wxWindow* owner, std::shared_ptr<const RegimesMap> map, const KnownRegime& regime) {
  const auto offer = following_offer(*map, regime);
  FollowDialog dialog{wxGetTopLevelParent(owner), offer};
  if (dialog.ShowModal() != wxID_OK) return;
  follow_regime(desk.session, offer, dialog.takes());
  desk.changed();
  desk.tell(dialog.takes() ? tr("{1} is followed; answers taken over: {2}.", {regime.title(), std::to_string(offer.what.answers.size())})
                           : tr("{1} is followed.", {regime.title()}));
}

void stop_following_regime(const Desk& desk, wxWindow* owner, KnownRegime regime) {
  const auto title = tr("Stop following {1}", {regime.id()});
  SureDialog dialog{wxGetTopLevelParent(owner),
                    title,
                    {{regime.title()}, {tr("Its answers stay in the workspace: followed again, it finds them as they were.")}},
                    tr("Stop following")};
  if (dialog.ShowModal() != wxID_OK) return;
  stop_following(desk.session, regime);
  desk.changed();
  desk.tell(tr("{1} is not followed any more; its answers stay.", {regime.title()}));
}

void upgrade_a_regime(const Desk& desk, wxWindow* owner, KnownRegime regime) {
  SureDialog dialog{wxGetTopLevelParent(owner), tr("Upgrade {1}", {regime.id()}), upgrade_sentences(desk.session.workspace(), regime), tr("Upgrade")};
  if (dialog.ShowModal() != wxID_OK) return;
  upgrade_regime(desk.session, regime);
  desk.changed();
  desk.tell(tr("{1} is at version {2}; no answer was touched.", {regime.title(), regime.newer}));
}

void write_transfers(const Desk& desk, wxWindow* owner, std::shared_ptr<const RegimesMap> map) {
  TransfersDialog dialog{wxGetTopLevelParent(owner), *map};
  if (dialog.ShowModal() != wxID_OK) return;
  wxFileDialog where{wxGetTopLevelParent(owner), text(tr("Public page on transfers")), "", "transferts.html",
                     "HTML (*.html)|*.html",     wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (where.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(where.GetPath())};
  write_transfer_page(*map, dialog.statement(), file);
  desk.tell(tr("{1} was written: publish it as it is.", {file.string()}));
}

} // namespace hdskit::gui::pages
