#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/deadlines.hpp"

#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;

namespace pages {

/// All deadlines at the left; at the right, how the one that is chosen was computed.
class DeadlineListPane : public wxPanel {
public:
  DeadlineListPane(wxWindow* parent, const Desk& desk);

  void show(std::vector<Deadline> deadlines);
  void select(const std::string& uid); ///< whatever the filter was
  void focus();
  void focus_search();

private:
  wxSizer* new_filter();
  ListView* new_list(wxWindow* parent);
  wxWindow* new_explanation(wxWindow* parent);
  void show_rows();
  void choose_first();
  void show_explanation();
  void wrap();
  void go_to_subject();

  const Desk& desk_;
  std::vector<Deadline> deadlines_;
  DeadlineFilter filter_;
  ExplainedDeadline explained_;
  bool choosing_first_ = false; ///< as soon as the list is in sight
  wxChoice* scope_ = nullptr;
  ListView* list_ = nullptr;
  wxStaticText *title_ = nullptr, *heading_ = nullptr;
  wxTextCtrl* steps_ = nullptr;
  wxButton* go_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
