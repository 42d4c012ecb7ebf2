#pragma once

#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/regimes_coverage.hpp"

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;

namespace pages {

/// The heat map of the chosen framework: themes and what covers them; below, the items of the chosen cell and what is known of one.
class RegimesCoveragePane : public TabPane<RegimesMap> {
public:
  RegimesCoveragePane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RegimesMap> map) override;
  bool shows(std::string_view) const override { return false; }
  void reveal(const std::string&, const std::string&) override {}
  void focus() override;
  void search() override;

private:
  wxSizer* new_head();
  wxWindow* new_items(wxWindow* parent);
  std::optional<std::size_t> column() const;
  void show_coverage();
  void show_items();
  void show_item(const std::string& item);
  void open_item();

  const Desk& desk_;
  std::shared_ptr<const RegimesMap> map_;
  RegimeCoverage coverage_;
  std::string target_, theme_{all_themes}, item_, words_;
  wxChoice *targets_ = nullptr, *columns_ = nullptr;
  wxButton* open_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  ListView *themes_ = nullptr, *items_ = nullptr;
  wxTextCtrl* about_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
