#include "gui/pages/dialog_form.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 680, field_width = 380; ///< device-independent pixels

} // namespace

DialogForm::DialogForm(wxWindow* owner, const std::string& title)
    : wxDialog{owner, wxID_ANY, text(title), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER} {
  rows_ = new wxBoxSizer{wxVERTICAL};
}

wxStaticText* DialogForm::add_sentence(const std::string& words) {
  grid_ = nullptr;
  auto* sentence = new wxStaticText{this, wxID_ANY, ""};
  sentence->SetLabelText(text(words));
  sentence->Wrap(FromDIP(width));
  rows_->Add(sentence, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  return sentence;
}

wxFlexGridSizer* DialogForm::grid() {
  if (grid_) return grid_;
  grid_ = new wxFlexGridSizer{3, FromDIP(wxSize{2 * gap, gap})};
  grid_->AddGrowableCol(1);
  rows_->Add(grid_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  return grid_;
}

wxTextCtrl* DialogForm::add_field(const std::string& label, const std::string& value, Browse browse, long style) {
  auto* field = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{field_width, -1}), style};
  field->ChangeValue(text(value));
  field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { update(); });
  name_for_readers(*field, label);
  grid()->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical());
  grid()->Add(field, wxSizerFlags{1}.Expand());
  if (browse == Browse::none) grid()->AddSpacer(0);
  else grid()->Add(new_browse(field, label, browse), wxSizerFlags{}.CenterVertical());
  return field;
}

wxButton* DialogForm::new_browse(wxTextCtrl* field, const std::string& label, Browse browse) {
  auto* button = new wxButton{this, wxID_ANY, text(tr("Browse…"))};
  button->MoveAfterInTabOrder(field);
  name_for_readers(*button, tr("Browse: {1}", {label}));
  button->Bind(wxEVT_BUTTON, [this, field, label, browse](wxCommandEvent&) {
    if (browse == Browse::folder) {
      wxDirDialog dialog{this, text(label), field->GetValue(), wxDD_DIR_MUST_EXIST};
      if (dialog.ShowModal() == wxID_OK) field->SetValue(dialog.GetPath());
    } else {
      wxFileDialog dialog{this, text(label), "", "", wxFileSelectorDefaultWildcardStr, wxFD_OPEN | wxFD_FILE_MUST_EXIST};
      if (dialog.ShowModal() == wxID_OK) field->SetValue(dialog.GetPath());
    }
  });
  return button;
}

void DialogForm::add_row(const std::string& label, wxWindow* control, wxWindow* beside) {
  name_for_readers(*control, label);
  grid()->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical());
  grid()->Add(control, wxSizerFlags{1}.Expand());
  if (beside) grid()->Add(beside, wxSizerFlags{}.Top());
  else grid()->AddSpacer(0);
}

void DialogForm::add_wide(wxWindow* control, int share) {
  grid_ = nullptr;
  rows_->Add(control, wxSizerFlags{share}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
}

void DialogForm::finish(const std::string& agree, wxWindow* first) {
  fault_ = new wxStaticText{this, wxID_ANY, ""};
  fault_->SetForegroundColour(colour(Tone::warning));
  rows_->Add(fault_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->Add(new wxButton{this, wxID_CANCEL, text(tr("Cancel"))});
  agree_ = new wxButton{this, wxID_OK, text(agree)};
  agree_->SetDefault();
  line->Add(agree_, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
  rows_->Add(line, wxSizerFlags{}.Right().Border(wxTOP, FromDIP(2 * gap)));
  auto* framed = new wxBoxSizer{wxVERTICAL};
  framed->Add(rows_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
  SetSizer(framed);
  update();
  framed->SetSizeHints(this);
  CentreOnParent();
  first->SetFocus();
}

void DialogForm::update() {
  if (!agree_) return;
  const auto words = fault();
  fault_->SetLabelText(text(words.empty() ? "" : "⚠ " + words));
  fault_->Wrap(FromDIP(width));
  agree_->Enable(words.empty());
  Layout();
  if (const auto least = GetSizer()->ComputeFittingWindowSize(this); least.y > GetSize().y) SetSize(GetSize().x, least.y); // a longer sentence
}

} // namespace hdskit::gui::pages
