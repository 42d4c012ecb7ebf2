#pragma once

#include "gui/pages/continuity_record.hpp"

class wxButton;
class wxSplitterWindow;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class PictureCanvas;

namespace pages {

/// The plans, below them the steps of the chosen one and their time line; the chosen plan or step at the right.
class ContinuityPlansPane : public ContinuityPane {
public:
  ContinuityPlansPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const ContinuityMap> map) override;
  bool shows(std::string_view kind) const override { return kind == ContinuityPlan::type().kind || kind == PlanStep::type().kind; }
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override;
  void focus() override;

private:
  wxSizer* new_buttons();
  wxWindow* new_left(wxWindow* parent);
  wxWindow* new_steps(wxWindow* parent);
  void choose(const std::string& key);
  void follow_record();
  void show_steps();
  void wrap();
  const ContinuityPlan* plan() const;

  const Desk& desk_;
  std::shared_ptr<const ContinuityMap> map_;
  std::string plan_; ///< reference of the chosen one
  wxButton *new_step_ = nullptr, *remove_ = nullptr;
  wxWindow* middle_ = nullptr;
  wxStaticText* sentences_ = nullptr;
  wxSplitterWindow* below_ = nullptr;
  ListView *plans_ = nullptr, *steps_ = nullptr;
  PictureCanvas* line_ = nullptr;
  ContinuityRecord* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
