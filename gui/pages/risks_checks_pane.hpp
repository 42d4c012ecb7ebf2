#pragma once

#include "gui/desk.hpp"
#include "gui/pages/risks_pane.hpp"

class wxStaticText;

namespace hdskit::gui {

class ListView;
class TreeView;

namespace pages {

/// What the checks find, with its reason, above what the map has to speak of and whether it does.
class RisksChecksPane : public RisksPane {
public:
  RisksChecksPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RiskMap> map) override;
  bool shows(std::string_view) const override { return false; }
  void reveal(const std::string&, const std::string&) override {}
  void focus() override;

private:
  wxWindow* new_findings(wxWindow* parent);
  wxWindow* new_coverage(wxWindow* parent);
  void show_reason(const std::string& key);

  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
  TreeView* findings_ = nullptr;
  ListView* coverage_ = nullptr;
  wxStaticText *sentence_ = nullptr, *reason_ = nullptr, *covered_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
