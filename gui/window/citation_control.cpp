#include "gui/window/citation_control.hpp"

#include "gui/presenter/citation.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/citation_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace hdskit::gui {
namespace {

class CitationControl : public wxPanel {
public:
  CitationControl(wxWindow* parent, FormField field, std::function<void(const std::string&)> typed, std::function<void()> left);

  wxTextCtrl* input() { return input_; }
  std::string words() const { return utf8(input_->GetValue()); }
  void fill(const std::string& words) {
    if (this->words() != words) input_->ChangeValue(text(words));
  }
  void offer(const std::vector<FormChoice>& choices) {
    field_.choices = choices;
    complete();
  }

private:
  wxButton* new_button();
  void complete();
  void choose();
  /// A title that was completed or typed becomes the reference that is stored.
  void tidy() {
    if (const auto stored = citation_text(field_, words()); stored != words()) input_->SetValue(text(stored));
  }

  FormField field_;
  std::function<void(const std::string&)> typed_;
  wxTextCtrl* input_ = nullptr;
};

CitationControl::CitationControl(wxWindow* parent, FormField field, std::function<void(const std::string&)> typed, std::function<void()> left)
    : wxPanel{parent}, field_{std::move(field)}, typed_{std::move(typed)} {
  input_ = new wxTextCtrl{this, wxID_ANY};
  input_->SetEditable(!field_.read_only);
  input_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typed_(words()); });
  input_->Bind(wxEVT_KILL_FOCUS, [this, left = std::move(left)](wxFocusEvent& event) {
    tidy();
    left();
    event.Skip();
  });
  complete();
  auto* sizer = new wxBoxSizer{wxHORIZONTAL};
  sizer->Add(input_, wxSizerFlags{1}.CenterVertical());
  sizer->Add(new_button(), wxSizerFlags{}.Expand().Border(wxLEFT, FromDIP(gap)));
  SetSizer(sizer);
}

wxButton* CitationControl::new_button() {
  auto* button = new wxButton{this, wxID_ANY, text(tr("Choose…")), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
  name_for_readers(*button, tr("{1}: choose from a list", {field_.label}));
  button->Enable(!field_.read_only);
  button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose(); });
  return button;
}

void CitationControl::complete() {
  if (field_.several || field_.read_only) return;
  wxArrayString labels;
  for (const auto& choice : field_.choices) labels.push_back(text(choice.label));
  input_->AutoComplete(labels);
}

void CitationControl::choose() {
  if (const auto chosen = ask_citation(wxGetTopLevelParent(this), field_, words())) input_->SetValue(text(*chosen));
  input_->SetFocus();
}

} // namespace

FormControl new_citation_control(wxWindow* parent, const FormField& field, std::function<void(const std::string&)> typed, std::function<void()> left) {
  auto* control = new CitationControl{parent, field, std::move(typed), std::move(left)};
  return {control,
          control->input(),
          true,
          [control] { return control->words(); },
          [control](const std::string& words) { control->fill(words); },
          [control](const std::vector<FormChoice>& choices) { control->offer(choices); }};
}

} // namespace hdskit::gui
