#include "gui/pages/risks_catalogue_dialog.hpp"

#include "gui/presenter/risks_catalogue.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/checklst.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int list_width = 540, details_width = 360, height = 400; ///< device-independent pixels

class CatalogueDialog : public wxDialog {
public:
  CatalogueDialog(wxWindow* owner, const Study& study);
  WantedScenarios wanted() const { return {choice_.chosen(), measures_->GetValue()}; }

private:
  wxSizer* new_middle();
  wxSizer* new_buttons();
  void show_lines();
  void show_details();
  void show_sentence();
  void check(int line);
  void key(wxKeyEvent& event);

  ScenarioChoice choice_;
  wxSearchCtrl* search_ = nullptr;
  wxCheckListBox* list_ = nullptr;
  wxTextCtrl* details_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  wxCheckBox* measures_ = nullptr;
  wxButton* take_ = nullptr;
};

CatalogueDialog::CatalogueDialog(wxWindow* owner, const Study& study)
    : wxDialog{owner, wxID_ANY, text(tr("Catalogue of hospital scenarios")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      choice_{study} {
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2 * gap));
  auto* heading =
      new wxStaticText{this, wxID_ANY,
                       text(tr("Tick what could happen in your hospital. Each scenario comes into the register with its causes and consequences, and "
                               "without grades: you judge them."))};
  heading->Wrap(FromDIP(list_width + details_width));
  sizer->Add(heading, flags);
  search_ = new_search_field(this, tr("Catalogue of hospital scenarios"), [this](const std::string& words) {
    choice_.seek(words);
    show_lines();
  });
  sizer->Add(search_, flags);
  sizer->Add(new_middle(), wxSizerFlags{flags}.Proportion(1));
  measures_ = new wxCheckBox{this, wxID_ANY, text(tr("With the &measures proposed, planned and without owner"))};
  measures_->SetValue(true);
  sizer->Add(measures_, flags);
  sizer->Add(new_buttons(), wxSizerFlags{}.Expand());
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(sizer, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
  show_lines();
  SetSizerAndFit(around);
  CentreOnParent();
  Bind(wxEVT_CHAR_HOOK, &CatalogueDialog::key, this);
  search_->SetFocus();
}

wxSizer* CatalogueDialog::new_middle() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  list_ = new wxCheckListBox{this, wxID_ANY};
  list_->SetMinSize(FromDIP(wxSize{list_width, height}));
  name_for_readers(*list_, tr("Scenarios"));
  list_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent& event) { check(event.GetInt()); });
  list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show_details(); });
  details_ = new_reading_text(this, tr("What the scenario says"));
  details_->SetMinSize(FromDIP(wxSize{details_width, height}));
  line->Add(list_, wxSizerFlags{3}.Expand().Border(wxRIGHT, FromDIP(2 * gap)));
  line->Add(details_, wxSizerFlags{2}.Expand());
  return line;
}

wxSizer* CatalogueDialog::new_buttons() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  sentence_ = new wxStaticText{this, wxID_ANY, ""};
  sentence_->SetForegroundColour(colour(Tone::faint));
  line->Add(sentence_, wxSizerFlags{1}.CenterVertical());
  line->Add(new wxButton{this, wxID_CANCEL, text(tr("Cancel"))}, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
  take_ = new wxButton{this, wxID_OK, text(tr("Add to the register"))};
  take_->SetDefault();
  line->Add(take_);
  return line;
}

void CatalogueDialog::show_lines() {
  wxArrayString labels;
  for (const auto& line : choice_.lines()) labels.push_back(text(line.label));
  list_->Set(labels);
  for (std::size_t i = 0; i < choice_.lines().size(); ++i) list_->Check(static_cast<unsigned>(i), choice_.lines()[i].chosen);
  if (!labels.empty()) list_->SetSelection(0);
  show_details();
  show_sentence();
}

void CatalogueDialog::show_details() {
  const auto line = list_->GetSelection();
  details_->ChangeValue(line == wxNOT_FOUND ? "" : text(choice_.details(static_cast<std::size_t>(line))));
  details_->ShowPosition(0);
}

void CatalogueDialog::show_sentence() {
  sentence_->SetLabelText(text(choice_.sentence()));
  describe_for_readers(*list_, choice_.sentence());
  take_->Enable(!choice_.chosen().empty());
}

void CatalogueDialog::check(int line) {
  if (line < 0 || static_cast<std::size_t>(line) >= choice_.lines().size()) return;
  choice_.choose(static_cast<std::size_t>(line), list_->IsChecked(static_cast<unsigned>(line)));
  list_->SetSelection(line);
  show_details();
  show_sentence();
}

/// Down leads from the words to what they found.
void CatalogueDialog::key(wxKeyEvent& event) {
  if (event.GetKeyCode() == WXK_DOWN && search_->IsDescendant(FindFocus()) && !list_->IsEmpty()) return list_->SetFocus();
  event.Skip();
}

} // namespace

WantedScenarios ask_scenarios(wxWindow* owner, const Study& study) {
  CatalogueDialog dialog{wxGetTopLevelParent(owner), study};
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.wanted();
}

} // namespace hdskit::gui::pages
