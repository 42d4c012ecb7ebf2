#include "gui/window/form_control.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/citation_control.hpp"
#include "gui/window/form_calendar.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <memory>

namespace hdskit::gui {
namespace {

using Typed = std::function<void(const std::string&)>;
constexpr int short_width = 160, long_height = 110; ///< device-independent pixels

wxTextCtrl* new_text(wxWindow* parent, const FormField& field, const Typed& typed, const std::function<void()>& left) {
  const bool lines = field.kind == FieldKind::long_text;
  auto* control = new wxTextCtrl{parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, lines ? wxTE_MULTILINE : 0};
  control->SetEditable(!field.read_only);
  if (lines) control->SetMinSize(parent->FromDIP(wxSize{-1, long_height}));
  control->Bind(wxEVT_TEXT, [control, typed](wxCommandEvent&) { typed(utf8(control->GetValue())); });
  control->Bind(wxEVT_KILL_FOCUS, [left](wxFocusEvent& event) {
    left();
    event.Skip();
  });
  return control;
}

std::function<void(const std::string&)> filler(wxTextCtrl* control) {
  return [control](const std::string& words) {
    if (utf8(control->GetValue()) != words) control->ChangeValue(text(words));
  };
}

FormControl text_control(wxWindow* parent, const FormField& field, const Typed& typed, const std::function<void()>& left) {
  auto* control = new_text(parent, field, typed, left);
  const bool is_short = field.full_length > 0 || field.kind == FieldKind::number || field.kind == FieldKind::duration;
  if (is_short) control->SetMinSize(parent->FromDIP(wxSize{short_width, -1}));
  return {control, control, !is_short, [control] { return utf8(control->GetValue()); }, filler(control), {}};
}

/// A text and a button that opens a month.
FormControl date_control(wxWindow* parent, const FormField& field, const Typed& typed, const std::function<void()>& left) {
  auto* panel = new wxPanel{parent};
  auto* control = new_text(panel, field, typed, left);
  auto* button = new wxButton{panel, wxID_ANY, text("▾"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
  const auto name = tr("{1}: choose in a calendar", {field.label});
  name_for_readers(*button, name);
  button->SetToolTip(text(name));
  button->Enable(!field.read_only);
  button->Bind(wxEVT_BUTTON, [control, field](wxCommandEvent&) {
    const auto now = wxDateTime::Today(); // only where the calendar opens: nothing is decided by it
    const auto today = Date::of(now.GetYear(), static_cast<unsigned>(now.GetMonth()) + 1, now.GetDay());
    const auto typed_day = Date::parse(utf8(control->GetValue()));
    const auto day = typed_day ? typed_day : today;
    if (!day) return;
    if (const auto chosen = ask_day(*control, *day)) control->SetValue(text(text_in_control(field, chosen->iso())));
    control->SetFocus();
  });
  auto* sizer = new wxBoxSizer{wxHORIZONTAL};
  sizer->Add(control, wxSizerFlags{1}.CenterVertical());
  sizer->Add(button, wxSizerFlags{}.Expand());
  panel->SetSizer(sizer);
  panel->SetMinSize(parent->FromDIP(wxSize{short_width, -1}));
  return {panel, control, false, [control] { return utf8(control->GetValue()); }, filler(control), {}};
}

/// A closed list. A value that is none of them (its record has gone) is offered as it is, so that it is not lost by looking at it.
class ChoiceControl : public wxChoice {
public:
  ChoiceControl(wxWindow* parent, std::vector<FormChoice> choices) : wxChoice{parent, wxID_ANY} {
    offer(std::move(choices));
    // The wheel scrolls the form: a choice that changes while one scrolls past it is not noticed.
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
      auto* area = dynamic_cast<wxScrolledWindow*>(GetParent());
      if (!area) return;
      const int lines = event.GetWheelRotation() > 0 ? -event.GetLinesPerAction() : event.GetLinesPerAction();
      area->Scroll(-1, std::max(0, area->GetViewStart().y + lines));
    });
  }
  void offer(std::vector<FormChoice> choices) {
    const auto chosen = value();
    choices_ = std::move(choices);
    wxArrayString labels;
    for (const auto& choice : choices_) labels.push_back(gui::text(choice.label));
    Set(labels);
    fill(chosen);
  }
  std::string value() const {
    const int selection = GetSelection();
    return selection == wxNOT_FOUND ? "" : choices_.at(static_cast<std::size_t>(selection)).value;
  }
  void fill(const std::string& value) {
    auto found = std::ranges::find(choices_, value, &FormChoice::value);
    if (found == choices_.end() && !value.empty()) {
      choices_.push_back({value, value});
      Append(gui::text(value));
      found = choices_.end() - 1;
    }
    SetSelection(found == choices_.end() ? wxNOT_FOUND : static_cast<int>(found - choices_.begin()));
  }

private:
  std::vector<FormChoice> choices_;
};

FormControl choice_control(wxWindow* parent, const FormField& field, const Typed& typed, const std::function<void()>& left) {
  auto* control = new ChoiceControl{parent, field.choices};
  control->Enable(!field.read_only);
  control->Bind(wxEVT_CHOICE, [control, typed](wxCommandEvent&) { typed(control->value()); });
  control->Bind(wxEVT_KILL_FOCUS, [left](wxFocusEvent& event) {
    left();
    event.Skip();
  });
  control->SetMinSize(parent->FromDIP(wxSize{short_width, -1})); // a long label must not widen the form
  return {control,
          control,
          true,
          [control] { return control->value(); },
          [control](const std::string& value) { control->fill(value); },
          [control](const std::vector<FormChoice>& choices) { control->offer(choices); }};
}

} // namespace

FormControl new_form_control(wxWindow* parent, const FormField& field, Typed typed, std::function<void()> left) {
  auto control = field.cites                     ? new_citation_control(parent, field, typed, left)
                 : !field.choices.empty()        ? choice_control(parent, field, typed, left)
                 : field.kind == FieldKind::date ? date_control(parent, field, typed, left)
                                                 : text_control(parent, field, typed, left);
  name_for_readers(*control.input, field.required ? tr("{1}, required", {field.label}) : field.label);
  return control;
}

} // namespace hdskit::gui
