#pragma once

#include "gui/pages/continuity_record.hpp"

class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;
class TreeView;

namespace pages {

/// What the check found, by rule, above the objectives of the CaRE programme; at the bottom the whole of what is chosen.
class ContinuityChecksPane : public ContinuityPane {
public:
  ContinuityChecksPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const ContinuityMap> map) override;
  bool shows(std::string_view) const override { return false; }
  void reveal(const std::string&, const std::string&) override {}
  void focus() override;

private:
  wxWindow* new_findings(wxWindow* parent);
  wxWindow* new_programme(wxWindow* parent);

  const Desk& desk_;
  std::shared_ptr<const ContinuityMap> map_;
  wxStaticText* sentence_ = nullptr;
  TreeView* findings_ = nullptr;
  ListView* programme_ = nullptr;
  wxTextCtrl* words_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
