#pragma once

#include "gui/pages/continuity_record.hpp"
#include "gui/presenter/continuity_graph.hpp"

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;
class PictureCanvas;

namespace pages {

/// The graph around one node, to be followed; beside it all nodes, and what the check found of those that are shown.
class ContinuityGraphPane : public ContinuityPane {
public:
  ContinuityGraphPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const ContinuityMap> map) override;
  bool shows(std::string_view kind) const override { return kind == "node"; } ///< records are revealed where they are edited
  void reveal(const std::string& kind, const std::string& reference) override;
  void focus() override;
  void search() override;

private:
  wxWindow* new_graph(wxWindow* parent);
  wxWindow* new_lists(wxWindow* parent);
  void follow(const std::string& reference);
  void show_figure();
  void show_nodes();
  void wrap();

  const Desk& desk_;
  std::shared_ptr<const ContinuityMap> map_;
  GraphTrail trail_;
  DependencyFigure figure_;
  std::string words_;
  wxWindow* graph_ = nullptr;
  wxButton *back_ = nullptr, *open_ = nullptr;
  wxStaticText *title_ = nullptr, *sentences_ = nullptr;
  PictureCanvas* canvas_ = nullptr;
  ListView *nodes_ = nullptr, *findings_ = nullptr;
  wxTextCtrl* reason_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
