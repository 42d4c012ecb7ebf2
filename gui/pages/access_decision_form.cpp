#include "gui/pages/access_decision_form.hpp"

#include "gui/presenter/form.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, label_gap = 4; ///< device-independent pixels

} // namespace

AccessDecisionForm::AccessDecisionForm(wxWindow* parent) : wxPanel{parent} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  words_ = new_reading_text(this, tr("What is known of the account"));
  rows->Add(words_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  state_ = new wxStaticText{this, wxID_ANY, ""};
  state_->SetFont(state_->GetFont().Bold());
  rows->Add(state_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(new_choices(), wxSizerFlags{}.Expand());
  rows->Add(new_fields(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  fault_ = new wxStaticText{this, wxID_ANY, ""};
  fault_->SetForegroundColour(colour(Tone::bad));
  rows->Add(fault_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  auto* buttons = new wxWrapSizer{wxHORIZONTAL};
  record_ = new wxButton{this, wxID_ANY, text(tr("Record the &decision"))};
  record_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { record_and_go_on(); });
  take_back_ = new wxButton{this, wxID_ANY, text(tr("Take the decision &back"))};
  take_back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    CampaignDecision none;
    none.line = line_;
    hand_over(none);
  });
  buttons->Add(record_, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
  buttons->Add(take_back_, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(buttons, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(rows, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(2 * gap)));
  SetSizer(around);
  Bind(wxEVT_CHAR_HOOK, &AccessDecisionForm::key, this);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
}

wxSizer* AccessDecisionForm::new_choices() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  for (const auto& one : decision_keys()) {
    auto* choice = new wxRadioButton{this, wxID_ANY, text(one.label), wxDefaultPosition, wxDefaultSize, choices_.empty() ? wxRB_GROUP : 0};
    choice->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { tell(""); });
    choices_.push_back(choice);
    line->Add(choice, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(2 * gap)));
  }
  // None is decided at first, and a group of radio buttons always has one: this one is never seen.
  choices_.push_back(new wxRadioButton{this, wxID_ANY, text(tr("Not decided"))});
  choices_.back()->Hide();
  return line;
}

wxSizer* AccessDecisionForm::new_fields() {
  auto* grid = new wxFlexGridSizer{2, FromDIP(wxSize{2 * gap, gap})};
  grid->AddGrowableCol(1);
  const auto field = [&](const std::string& label) {
    grid->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical());
    auto* made = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    name_for_readers(*made, label);
    made->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { record_and_go_on(); });
    grid->Add(made, wxSizerFlags{}.Expand());
    return made;
  };
  reason_ = field(tr("Reason"));
  until_ = field(tr("Exception until"));
  until_->SetHint(text(tr("day, month, year")));
  return grid;
}

void AccessDecisionForm::show(const CampaignWork* work, std::int64_t line) {
  const bool typing = line == line_ && line != 0 && dirty();
  work_ = work;
  line_ = work && work->line(line) ? line : 0;
  std::string words;
  const auto* known = line_ ? work_->line(line_) : nullptr;
  if (known)
    for (const auto& sentence : line_sentences(*work_, *known)) words += (words.empty() ? "" : "\n") + sentence.text;
  words_->ChangeValue(text(words));
  words_->ShowPosition(0);
  if (!typing) fill();
  set_open(open_);
  wrap();
}

void AccessDecisionForm::fill() {
  const auto* decided = line_ ? work_->decision(line_) : nullptr;
  started_ = decided ? *decided : CampaignDecision{};
  started_.line = line_;
  const auto keys = decision_keys();
  choices_.back()->SetValue(true);
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].decision == started_.decision) choices_[i]->SetValue(true);
  reason_->ChangeValue(text(started_.reason));
  until_->ChangeValue(text(started_.justified_until ? shown_date(started_.justified_until->iso()) : ""));
  fault_words_.clear();
}

void AccessDecisionForm::set_open(bool open) {
  open_ = open;
  const bool may = open_ && line_ != 0;
  for (auto* choice : choices_) choice->Enable(may);
  for (wxWindow* control : {static_cast<wxWindow*>(reason_), static_cast<wxWindow*>(until_), static_cast<wxWindow*>(record_)}) control->Enable(may);
  take_back_->Enable(may && work_->decided(line_) != LineDecision::undecided);
}

LineDecision AccessDecisionForm::proposed() const {
  const auto keys = decision_keys();
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (choices_[i]->GetValue()) return keys[i].decision;
  return LineDecision::undecided;
}

CampaignDecision AccessDecisionForm::typed() const {
  CampaignDecision decision;
  decision.line = line_;
  decision.decision = proposed();
  decision.reason = utf8(reason_->GetValue().Strip(wxString::both));
  decision.evidence = started_.evidence;
  decision.justified_until = Date::parse(utf8(until_->GetValue().Strip(wxString::both)));
  return decision;
}

bool AccessDecisionForm::dirty() const {
  if (line_ == 0) return false;
  const auto now = typed();
  const bool unread = !now.justified_until && !until_->GetValue().Strip(wxString::both).empty();
  return unread || now.decision != started_.decision || now.reason != started_.reason || now.justified_until != started_.justified_until;
}

void AccessDecisionForm::propose(LineDecision decision) {
  if (!open_ || line_ == 0) return;
  const auto keys = decision_keys();
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].decision == decision) choices_[i]->SetValue(true);
  tell("");
  if (needs_reason(*work_->line(line_), decision) && reason_->GetValue().empty()) return focus_reason();
  const bool typed_before = reason_->GetValue() != text(started_.reason) || !until_->IsEmpty();
  if (record()) return on_recorded();
  if (typed_before) return;
  const auto fault = fault_words_; // the key was refused and nothing was typed: the person may go on to another line
  fill();
  tell(fault);
}

void AccessDecisionForm::let_go() {
  fill();
  wrap();
}

void AccessDecisionForm::focus_reason() {
  if (!reason_->IsEnabled()) return;
  reason_->SetFocus();
  reason_->SetInsertionPointEnd();
}

bool AccessDecisionForm::record() {
  const auto decision = typed();
  if (!decision.justified_until && !until_->GetValue().Strip(wxString::both).empty()) {
    tell(tr("This is no day: write it as 31/12/2027."));
    until_->SetFocus();
    return false;
  }
  return hand_over(decision);
}

bool AccessDecisionForm::hand_over(const CampaignDecision& decision) {
  const auto fault = on_record(decision);
  if (fault.empty()) {
    fill(); // nothing is being typed any more
    set_open(open_);
  }
  tell(fault);
  return fault.empty();
}

void AccessDecisionForm::record_and_go_on() {
  if (open_ && line_ != 0 && record() && on_recorded) on_recorded();
}

bool AccessDecisionForm::settle() { return !open_ || !dirty() || record(); }

void AccessDecisionForm::tell(const std::string& fault) {
  fault_words_ = fault;
  describe_for_readers(*reason_, fault);
  wrap();
}

void AccessDecisionForm::key(wxKeyEvent& event) {
  if (event.GetKeyCode() != WXK_ESCAPE || event.HasAnyModifiers()) return event.Skip();
  let_go();
  if (on_leave) on_leave();
}

void AccessDecisionForm::wrap() {
  const int room = std::max(FromDIP(narrowest), GetClientSize().GetWidth() - FromDIP(2 * gap + label_gap));
  const auto* known = work_ && line_ ? work_->line(line_) : nullptr;
  const auto state = known ? decision_sentence(*work_, *known) : Cell{};
  state_->SetForegroundColour(colour(state.tone));
  state_->SetLabelText(text(state.text));
  state_->Wrap(room);
  fault_->SetLabelText(text(fault_words_.empty() ? "" : "✖ " + fault_words_));
  fault_->Wrap(room);
  Layout();
}

} // namespace hdskit::gui::pages
