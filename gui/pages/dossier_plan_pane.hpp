#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/dossier_plan.hpp"

#include <wx/panel.h>

class wxButton;
class wxCheckBox;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class TreeView;

/// The file from front to back as a tree, with what it lacks. Enter goes to where a line is mended; the page shows the same place in the PDF beside.
class PlanPane : public wxPanel {
public:
  PlanPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const Standing> standing); ///< lays out the plan in the background
  void show_empty();
  void start_over(); ///< the plan of another framework is on its way                                   ///< no checklist is followed: says what to do first
  void reveal(const std::string& subject);
  void focus();
  const DossierPlan* plan() const { return plan_.get(); }
  std::optional<std::string> selected() const;

  std::function<void(const std::string& key)> on_select;

private:
  wxSizer* new_top();
  wxSizer* new_bottom();
  void taken(std::shared_ptr<const DossierPlan> plan);
  void show_rows();
  void show_details();
  void go();

  const Desk& desk_;
  std::shared_ptr<const DossierPlan> plan_;
  int reading_ = 0;     ///< the latest reading: an earlier one that comes late is dropped
  std::string awaited_; ///< what reveal() was asked before the plan was there
  wxStaticText* sentence_ = nullptr;
  wxCheckBox* only_gaps_ = nullptr;
  TreeView* tree_ = nullptr;
  wxTextCtrl* details_ = nullptr;
  wxButton* go_ = nullptr;
};

} // namespace hdskit::gui
