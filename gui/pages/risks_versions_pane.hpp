#pragma once

#include "gui/desk.hpp"
#include "gui/pages/risks_pane.hpp"
#include "gui/presenter/risks_versions.hpp"

class wxButton;
class wxChoice;
class wxStaticText;

namespace hdskit::gui {

class ListView;

namespace pages {

/// The frozen versions, what differs between two of them, and the history of the risk chosen there.
class RisksVersionsPane : public RisksPane {
public:
  RisksVersionsPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RiskMap> map) override;
  bool shows(std::string_view) const override { return false; }
  void reveal(const std::string&, const std::string&) override {}
  void focus() override;

private:
  wxWindow* new_versions(wxWindow* parent);
  wxWindow* new_comparison(wxWindow* parent);
  wxSizer* new_choices(wxWindow* parent);
  void offer(wxChoice& control, const std::string& chosen);
  std::string chosen_in(const wxChoice& control) const;
  void freeze();
  void compare();
  void show_comparison(VersionComparison comparison);
  void show_history(const std::string& reference);

  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
  std::vector<FormChoice> choices_;
  int compared_ = 0; ///< the comparison asked for last
  ListView *versions_ = nullptr, *changes_ = nullptr, *history_ = nullptr;
  wxChoice *before_ = nullptr, *after_ = nullptr;
  wxStaticText *sentence_ = nullptr, *result_ = nullptr, *history_title_ = nullptr;
  wxButton* freeze_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
