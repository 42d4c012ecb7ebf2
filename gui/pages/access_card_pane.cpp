#include "gui/pages/access_card_pane.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "gui/window/wrapped_sentence.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int words_height = 90, narrowest_name = 120; ///< device-independent pixels

class PinDialog : public DialogForm {
public:
  PinDialog(wxWindow* owner, const SeenCard& card) : DialogForm{owner, tr("Log in with this card")} {
    add_sentence(tr("Card {1}, number {2}. The PIN is tried once, and kept nowhere; the card signs a number that nobody could foresee.",
                    {card.token.label, card.token.serial}));
    for (const auto& line : seen_card_sentences({&card, 1})) add_sentence(line.text);
    pin_ = add_field(tr("PIN of the card"), "", Browse::none, wxTE_PASSWORD);
    finish(tr("Log in"), pin_);
  }
  std::string pin() const { return utf8(pin_->GetValue()); }

private:
  std::string fault() const override { return pin_ && pin_->IsEmpty() ? tr("Type the PIN of the card.") : ""; }
  wxTextCtrl* pin_ = nullptr;
};

} // namespace

AccessCardPane::AccessCardPane(wxWindow* parent, const Desk& desk) : AccessPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  acting_ = new WrappedSentence{this};
  rows->Add(acting_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(new_module_line(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  words_ = new_reading_text(this, tr("What the readers hold"), words_height);
  rows->Add(words_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  list_ = new ListView{this, {.name = tr("Certificates of the card")}};
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  rows->Add(list_, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
  follow();
}

wxSizer* AccessCardPane::new_module_line() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  const auto label = tr("Card module (PKCS#11)");
  line->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  const auto known = desk_.card_module();
  module_ = new wxTextCtrl{this, wxID_ANY, text(known.empty() ? usual_module() : known)};
  name_for_readers(*module_, label);
  module_->SetHint(text(tr("the library of the reader’s maker, of OpenSC or of the ANS")));
  line->Add(module_, wxSizerFlags{1}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  auto* browse = add_button(this, *line, desk_, tr("Browse…"), [this] {
    wxFileDialog dialog{wxGetTopLevelParent(this), text(tr("Card module (PKCS#11)")), "", "", "*.so*", wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) module_->SetValue(dialog.GetPath());
  });
  name_for_readers(*browse, tr("Browse: {1}", {label}));
  return line;
}

wxSizer* AccessCardPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  read_ = button(tr("&Read the card"), [this] { read(); });
  log_in_ = button(tr("Log &in with this card…"), [this] { log_in(); });
  log_out_ = button(tr("Log &out"), [this] { log_out(); });
  return line;
}

std::string AccessCardPane::module() const { return utf8(module_->GetValue().Strip(wxString::both)); }

void AccessCardPane::show(std::shared_ptr<const AccessMap> map) {
  map_ = std::move(map);
  follow();
}

void AccessCardPane::read() {
  if (module().empty())
    throw Problem{ProblemKind::bad_input, "", tr("No card module is named."), tr("Choose the library of the reader’s maker, of OpenSC or of the ANS.")};
  desk_.remember_card_module(module());
  read_->Disable();
  desk_.background.run(
      this, tr("Reading the card"), [path = module()](const Progress&) { return see_cards(path); },
      [this](std::vector<SeenCard> cards) { attempt(desk_, [&] { take(std::move(cards)); }); },
      [this](const std::exception_ptr& failure) {
        take({});
        desk_.tell_problem(failure);
      });
}

void AccessCardPane::take(std::vector<SeenCard> cards) {
  cards_ = std::move(cards);
  seen_ = true;
  list_->show(seen_card_rows(cards_));
  give_the_rest(list_->control(), 1, 4, narrowest_name);
  follow();
}

void AccessCardPane::log_in() {
  if (const auto fault = pin_fault(cards_); !fault.empty()) throw Problem{ProblemKind::refused, "", fault, ""};
  PinDialog dialog{wxGetTopLevelParent(this), cards_.front()};
  if (dialog.ShowModal() != wxID_OK) return;
  desk_.background.run(
      this, tr("Log-in with the card"),
      [location = desk_.session.location(), path = module(), label = cards_.front().token.label, pin = dialog.pin(),
       at = desk_.session.acting().at](const Progress&) { return log_in_with_card(location, path, label, pin, at); },
      [this](CardLogin login) {
        desk_.session.log_in(std::move(login));
        desk_.changed();
        follow();
        auto words = acting_sentence(desk_.session);
        words.text = words.text.substr(words.text.find(' ') + 1); // the bar draws the symbol of the tone
        desk_.tell_outcome(words, "", "");
        read(); // how many tries are left now
      },
      [this](const std::exception_ptr& failure) {
        attempt(desk_, [&] { read(); }); // a wrong PIN has cost a try
        desk_.tell_problem(failure);
      });
}

void AccessCardPane::log_out() {
  desk_.session.log_out();
  desk_.changed();
  follow();
  desk_.tell(tr("No card proves any more who acts; the journal records {1} again.", {desk_.session.acting().name}));
}

void AccessCardPane::follow() {
  acting_->say(acting_sentence(desk_.session));
  std::string words;
  if (!seen_) words = tr("Put a card into the reader, then press “Read the card”: no PIN is needed for that.");
  else
    for (const auto& line : seen_card_sentences(cards_)) words += (words.empty() ? "" : "\n") + line.text;
  if (const auto fault = seen_ && !cards_.empty() ? pin_fault(cards_) : ""; !fault.empty()) words += "\n✖ " + fault;
  words_->ChangeValue(text(words));
  read_->Enable();
  log_in_->Enable(seen_ && pin_fault(cards_).empty());
  log_out_->Enable(desk_.session.card().has_value());
  Layout();
}

void AccessCardPane::focus() { module_->SetFocus(); }

} // namespace hdskit::gui::pages
