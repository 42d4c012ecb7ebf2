#include "gui/assistant_step.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int sentence_width = 600, scroll_step = 12; ///< device-independent pixels

} // namespace

AssistantForm::AssistantForm(wxWindow* parent, NewWorkspace& draft, AssistantStep step)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL}, draft_{draft}, step_{step} {
  SetScrollRate(0, FromDIP(scroll_step));
  column_ = new wxBoxSizer{wxVERTICAL};
  auto* title = new wxStaticText{this, wxID_ANY, text(title_of(step))};
  title->SetFont(title->GetFont().Bold().Scaled(1.35f));
  auto* sentence = label(sentence_of(step));
  sentence->SetForegroundColour(colour(Tone::faint));
  sentence->Wrap(FromDIP(sentence_width));
  column_->Add(title, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(gap)));
  column_->Add(sentence, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(3 * gap)));
  auto* outer = new wxBoxSizer{wxVERTICAL};
  outer->Add(column_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
  SetSizer(outer);
}

wxStaticText* AssistantForm::label(const std::string& words) { return new wxStaticText{this, wxID_ANY, text(words)}; }

wxStaticText* AssistantForm::heading(const std::string& words) {
  auto* heading = label(words);
  heading->SetFont(heading->GetFont().Bold());
  return heading;
}

wxTextCtrl* AssistantForm::text_field(const std::string& field, const std::string& name, std::string& value, int width) {
  auto* control = new wxTextCtrl{this, wxID_ANY, text(value), wxDefaultPosition, FromDIP(wxSize{width, -1})};
  name_for_readers(*control, name);
  places_[field] = {control, nullptr, name};
  control->Bind(wxEVT_TEXT, [this, field, control, &value](wxCommandEvent&) {
    value = utf8(control->GetValue());
    if (value.size() >= complete_length(field)) touched_.insert(field);
    typed();
  });
  control->Bind(wxEVT_KILL_FOCUS, [this, field, &value](wxFocusEvent& event) {
    event.Skip();
    if (!value.empty()) touched_.insert(field);
    show_faults();
  });
  return control;
}

wxChoice* AssistantForm::choice_field(const std::string& name, const std::vector<std::string>& labels, std::size_t chosen,
                                      std::function<void(std::size_t)> take) {
  auto* control = new wxChoice{this, wxID_ANY};
  for (const auto& one : labels) control->Append(text(one));
  control->SetSelection(static_cast<int>(chosen));
  name_for_readers(*control, name);
  control->Bind(wxEVT_CHOICE, [this, take = std::move(take)](wxCommandEvent& event) {
    take(static_cast<std::size_t>(std::max(0, event.GetSelection())));
    if (on_typed) on_typed();
  });
  return control;
}

wxSizer* AssistantForm::with_fault(const std::string& field, wxWindow* control) {
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  auto* words = label("");
  words->SetForegroundColour(colour(Tone::bad));
  words->Hide();
  places_[field].words = words;
  sizer->Add(control, wxSizerFlags{}.Expand());
  sizer->Add(words, wxSizerFlags{}.Border(wxTOP, FromDIP(2)));
  return sizer;
}

void AssistantForm::typed() {
  show_faults();
  if (on_typed) on_typed();
}

void AssistantForm::show_faults() {
  std::map<std::string, std::string> found;
  for (const auto& fault : faults_of(draft_, step_))
    if (touched_.contains(fault.field)) found.emplace(fault.field, fault.sentence);
  bool moved = false;
  for (auto& [field, place] : places_) {
    if (!place.words) continue;
    const auto fault = found.contains(field) ? "⚠ " + found.at(field) : "";
    if (utf8(place.words->GetLabel()) == fault) continue;
    place.words->SetLabel(text(fault));
    place.words->Wrap(std::max(place.control->GetSize().GetWidth(), FromDIP(160)));
    place.words->Show(!fault.empty());
    describe_for_readers(*place.control, fault);
    moved = true;
  }
  if (moved) fit();
}

void AssistantForm::fit() {
  Layout();
  FitInside();
}

bool AssistantForm::settled() {
  const auto faults = faults_of(draft_, step_);
  for (const auto& fault : faults) touched_.insert(fault.field);
  show_faults();
  if (faults.empty()) return true;
  if (const auto place = places_.find(faults.front().field); place != places_.end()) place->second.control->SetFocus();
  return false;
}

void AssistantForm::focus_first() {
  for (auto* child : GetChildren())
    if (child->CanAcceptFocusFromKeyboard() && child->IsShown()) return child->SetFocus();
}

} // namespace hdskit::gui
