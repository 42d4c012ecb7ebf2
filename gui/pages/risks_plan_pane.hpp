#pragma once

#include "gui/desk.hpp"
#include "gui/pages/risks_pane.hpp"
#include "gui/presenter/risks_plan.hpp"

class wxButton;
class wxChoice;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class PictureCanvas;

namespace pages {

class RisksRecord;

/// The measures as a list above a time line; the chosen one at the right.
class RisksPlanPane : public RisksPane {
public:
  RisksPlanPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RiskMap> map) override;
  bool shows(std::string_view kind) const override { return kind == "measure"; }
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override;
  void focus() override;
  void search() override;

private:
  wxSizer* new_top();
  wxWindow* new_left(wxWindow* parent);
  void show_rows();
  void choose(const std::string& reference);

  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
  PlanFilter filter_;
  std::vector<FormChoice> families_ = plan_families();
  wxChoice *scope_ = nullptr, *family_ = nullptr;
  wxButton* remove_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  ListView* list_ = nullptr;
  PictureCanvas* line_ = nullptr;
  RisksRecord* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
