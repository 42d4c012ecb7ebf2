#pragma once

#include "gui/desk.hpp"
#include "gui/pages/risks_pane.hpp"

class wxButton;
class wxRadioButton;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class PictureCanvas;

namespace pages {

class RisksRecord;

/// The radar of the stakeholders above their table; the chosen one at the right.
class RisksEcosystemPane : public RisksPane {
public:
  RisksEcosystemPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RiskMap> map) override;
  bool shows(std::string_view kind) const override { return kind == "stakeholder"; }
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override;
  void focus() override;
  void search() override;

private:
  wxSizer* new_top();
  wxWindow* new_left(wxWindow* parent);
  void show_radar();
  void show_rows();
  void choose(const std::string& reference);

  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
  std::string words_;
  wxRadioButton *now_ = nullptr, *after_ = nullptr;
  wxButton* remove_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  PictureCanvas* radar_ = nullptr;
  ListView* list_ = nullptr;
  RisksRecord* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
