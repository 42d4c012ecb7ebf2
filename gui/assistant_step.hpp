#pragma once

#include "gui/presenter/new_workspace.hpp"

#include <wx/scrolwin.h>

#include <functional>
#include <map>
#include <set>

class wxChoice;
class wxFlexGridSizer;
class wxSizer;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

/// One step of the assistant: fields with their labels, and under each what is wrong with it once it was left or filled.
class AssistantForm : public wxScrolledWindow {
public:
  AssistantForm(wxWindow* parent, NewWorkspace& draft, AssistantStep step);

  /// Tells all faults and puts the keyboard into the first one; true when there is none.
  bool settled();
  void focus_first();
  std::function<void()> on_typed;

protected:
  wxTextCtrl* text_field(const std::string& field, const std::string& name, std::string& value, int width);
  wxChoice* choice_field(const std::string& name, const std::vector<std::string>& labels, std::size_t chosen, std::function<void(std::size_t)> take);
  /// The control with the place of its fault under it.
  wxSizer* with_fault(const std::string& field, wxWindow* control);
  wxStaticText* label(const std::string& words);
  wxStaticText* heading(const std::string& words);
  void typed();
  void fit();

  NewWorkspace& draft_;
  const AssistantStep step_;
  wxSizer* column_ = nullptr;

private:
  void show_faults();
  struct Place {
    wxWindow* control = nullptr;
    wxStaticText* words = nullptr;
    std::string name;
  };
  std::map<std::string, Place> places_;
  std::set<std::string> touched_;
};

AssistantForm* new_place_step(wxWindow* parent, NewWorkspace& draft);
AssistantForm* new_hospital_step(wxWindow* parent, NewWorkspace& draft);
AssistantForm* new_people_step(wxWindow* parent, NewWorkspace& draft);
AssistantForm* new_services_step(wxWindow* parent, NewWorkspace& draft);
AssistantForm* new_regime_step(wxWindow* parent, NewWorkspace& draft);
AssistantForm* new_summary_step(wxWindow* parent, NewWorkspace& draft); ///< reads the draft when it is shown

} // namespace hdskit::gui
