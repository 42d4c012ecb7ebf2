#pragma once

#include "gui/desk.hpp"
#include "gui/pages/risks_pane.hpp"
#include "gui/presenter/risks_scenarios.hpp"

class wxButton;
class wxStaticText;

namespace hdskit::gui {

class PictureCanvas;
class TreeView;

namespace pages {

class RisksRecord;

/// The tree of the scenarios above the record of whatever was pointed at; the graph of the chosen scenario at the right.
class RisksScenariosPane : public RisksPane {
public:
  RisksScenariosPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RiskMap> map) override;
  bool shows(std::string_view kind) const override;
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override;
  void focus() override;

private:
  wxSizer* new_buttons();
  wxWindow* new_graph(wxWindow* parent);
  wxWindow* new_left(wxWindow* parent);
  void choose(const RisksSubject& subject);
  void show_figure();
  void wrap();
  RisksSubject shown_record() const;

  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
  RisksSubject chosen_; ///< a scenario, a path or an action
  ScenarioFigure figure_;
  wxWindow* graph_ = nullptr;
  wxStaticText* title_ = nullptr;
  wxSizer* said_place_ = nullptr;
  std::vector<wxStaticText*> said_;
  PictureCanvas* canvas_ = nullptr;
  TreeView* tree_ = nullptr;
  wxButton *remove_ = nullptr, *add_action_ = nullptr;
  RisksRecord* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
