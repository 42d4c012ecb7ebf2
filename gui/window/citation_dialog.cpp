#include "gui/window/citation_dialog.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/checklst.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

namespace hdskit::gui {
namespace {

constexpr int width = 560, height = 360; ///< of the list, in device-independent pixels

class CitationDialog : public wxDialog {
public:
  CitationDialog(wxWindow* owner, const FormField& field, CitationChoice choice);
  std::string text() const { return choice_.text(); }

private:
  wxListBox* new_list(const FormField& field);
  wxSizer* new_buttons();
  void seek(const std::string& words);
  void show_lines();
  void show_sentence();
  void chosen(int line, bool chosen);
  void key(wxKeyEvent& event);

  CitationChoice choice_;
  wxSearchCtrl* search_ = nullptr;
  wxListBox* list_ = nullptr;
  wxCheckListBox* checks_ = nullptr; ///< the same, when several may be chosen
  wxStaticText* sentence_ = nullptr;
};

CitationDialog::CitationDialog(wxWindow* owner, const FormField& field, CitationChoice choice)
    : wxDialog{owner, wxID_ANY, gui::text(field.label), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}, choice_{
                                                                                                                                         std::move(choice)} {
  const auto around = wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(2 * gap));
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  search_ = new_search_field(this, field.label, [this](const std::string& words) { seek(words); });
  sizer->Add(search_, around);
  list_ = new_list(field);
  sizer->Add(list_, wxSizerFlags{around}.Proportion(1));
  sentence_ = new wxStaticText{this, wxID_ANY, ""};
  sentence_->SetForegroundColour(colour(Tone::faint));
  sizer->Add(sentence_, around);
  sizer->Add(new_buttons(), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(2 * gap)));
  show_lines();
  SetSizerAndFit(sizer);
  CentreOnParent();
  Bind(wxEVT_CHAR_HOOK, &CitationDialog::key, this);
  search_->SetFocus();
}

wxListBox* CitationDialog::new_list(const FormField& field) {
  wxListBox* list = nullptr;
  if (field.several) list = checks_ = new wxCheckListBox{this, wxID_ANY};
  else list = new wxListBox{this, wxID_ANY};
  list->SetMinSize(FromDIP(wxSize{width, height}));
  name_for_readers(*list, field.label);
  if (checks_) {
    checks_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent& event) { chosen(event.GetInt(), checks_->IsChecked(static_cast<unsigned>(event.GetInt()))); });
    return list;
  }
  list->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) { chosen(event.GetInt(), true); });
  list->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { EndModal(wxID_OK); });
  return list;
}

wxSizer* CitationDialog::new_buttons() {
  auto* buttons = new wxStdDialogButtonSizer;
  auto* take = new wxButton{this, wxID_OK, gui::text(tr("Choose"))};
  take->SetDefault();
  buttons->AddButton(take);
  buttons->AddButton(new wxButton{this, wxID_CANCEL, gui::text(tr("Cancel"))});
  buttons->Realize();
  return buttons;
}

void CitationDialog::seek(const std::string& words) {
  choice_.seek(words);
  show_lines();
}

void CitationDialog::show_lines() {
  wxArrayString labels;
  for (const auto& line : choice_.lines()) labels.push_back(gui::text(line.label));
  list_->Set(labels);
  for (std::size_t i = 0; i < choice_.lines().size(); ++i) {
    if (!choice_.lines()[i].chosen) continue;
    if (checks_) checks_->Check(static_cast<unsigned>(i));
    else list_->SetSelection(static_cast<int>(i));
  }
  show_sentence();
}

void CitationDialog::show_sentence() {
  sentence_->SetLabelText(gui::text(choice_.sentence()));
  describe_for_readers(*list_, choice_.sentence());
}

void CitationDialog::chosen(int line, bool chosen) {
  if (line < 0 || static_cast<std::size_t>(line) >= choice_.lines().size()) return;
  choice_.choose(static_cast<std::size_t>(line), chosen);
  show_sentence();
}

/// Down leads from the words to what they found; Enter in the list takes what is chosen.
void CitationDialog::key(wxKeyEvent& event) {
  const bool typing = search_->IsDescendant(FindFocus());
  if (event.GetKeyCode() == WXK_DOWN && typing && !list_->IsEmpty()) {
    list_->SetFocus();
    if (list_->GetSelection() == wxNOT_FOUND) list_->SetSelection(0);
    if (!checks_) chosen(list_->GetSelection(), true);
    return;
  }
  if (event.GetKeyCode() == WXK_RETURN && FindFocus() == list_) return EndModal(wxID_OK);
  event.Skip();
}

} // namespace

std::optional<std::string> ask_citation(wxWindow* owner, const FormField& field, const std::string& typed) {
  CitationDialog dialog{owner, field, CitationChoice{field, typed}};
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.text();
}

} // namespace hdskit::gui
