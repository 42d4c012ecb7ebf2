#include "gui/pages/regimes_dialogs.hpp"
#include "gui/presenter/scope_wizard.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 640, words_height = 240; ///< device-independent pixels

/// The question above, help and article in the middle, the answers below.
class ScopeDialog : public wxDialog {
public:
  ScopeDialog(wxWindow* owner, ScopeWizard wizard)
      : wxDialog{owner, wxID_ANY, text(wizard.title()), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}, wizard_{
                                                                                                                                         std::move(wizard)} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    counter_ = new wxStaticText{this, wxID_ANY, ""};
    heading_ = new wxStaticText{this, wxID_ANY, ""};
    heading_->SetFont(heading_->GetFont().Bold().Larger());
    words_ = new_reading_text(this, tr("Help, and what it rests on"), words_height);
    words_->SetMinSize(FromDIP(wxSize{width, words_height}));
    rows->Add(counter_, wxSizerFlags{}.Expand());
    rows->Add(heading_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
    rows->Add(words_, wxSizerFlags{1}.Expand());
    rows->Add(new_answers(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    rows->Add(new_ends(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    auto* around = new wxBoxSizer{wxVERTICAL};
    around->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
    SetSizer(around);
    show_step();
    around->SetSizeHints(this);
    CentreOnParent();
  }

  const ScopeWizard& wizard() const { return wizard_; }

private:
  wxSizer* new_answers() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    const std::string labels[] = {tr("&Yes"), tr("&No"), tr("I &don’t know")};
    for (std::size_t i = 0; i < std::size(labels); ++i) {
      answers_[i] = new wxButton{this, wxID_ANY, text(labels[i])};
      answers_[i]->Bind(wxEVT_BUTTON, [this, i](wxCommandEvent&) {
        wizard_.answer(static_cast<ScopeAnswer>(i));
        show_step();
      });
      line->Add(answers_[i], wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
    }
    return line;
  }

  wxSizer* new_ends() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    back_ = new wxButton{this, wxID_BACKWARD, text(tr("&Back"))};
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
      wizard_.back();
      show_step();
    });
    line->Add(back_);
    line->AddStretchSpacer();
    line->Add(new wxButton{this, wxID_CANCEL, text(tr("Close"))}, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
    record_ = new wxButton{this, wxID_OK, text(tr("&Record the decision"))};
    line->Add(record_);
    return line;
  }

  void show_step() {
    counter_->SetLabelText(text(wizard_.counter()));
    heading_->SetLabelText(text(wizard_.heading()));
    heading_->Wrap(std::max(FromDIP(width), GetClientSize().GetWidth() - 2 * FromDIP(3 * gap)));
    std::string all;
    for (const auto& line : wizard_.sentences()) all += (all.empty() ? "" : "\n\n") + line.text;
    words_->ChangeValue(text(all));
    words_->ShowPosition(0);
    const bool ended = wizard_.ended();
    for (auto* button : answers_) button->Enable(!ended);
    back_->Enable(!wizard_.at_start());
    record_->Enable(ended);
    Layout();
    (ended ? record_ : answers_[0])->SetFocus();
  }

  ScopeWizard wizard_;
  wxStaticText *counter_ = nullptr, *heading_ = nullptr;
  wxTextCtrl* words_ = nullptr;
  wxButton *answers_[3] = {}, *back_ = nullptr, *record_ = nullptr;
};

} // namespace

void ask_scope(const Desk& desk, wxWindow* owner) {
  ScopeDialog dialog{wxGetTopLevelParent(owner), scope_wizard()};
  if (dialog.ShowModal() != wxID_OK) return;
  dialog.wizard().record(desk.session);
  desk.changed();
  desk.tell_outcome({tr("The decision on the scope is recorded, with its reason."), Tone::good}, "regimes", "scope_decision");
}

} // namespace hdskit::gui::pages
