#pragma once

#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/regimes_map.hpp"

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;

namespace pages {

/// The frameworks; of the chosen one, what it is and what it asks, theme by theme.
class RegimesFrameworksPane : public TabPane<RegimesMap> {
public:
  RegimesFrameworksPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RegimesMap> map) override;
  bool shows(std::string_view kind) const override { return kind == Framework::type().kind; }
  void reveal(const std::string& kind, const std::string& reference) override;
  void focus() override;
  void search() override;

private:
  wxSizer* new_buttons();
  wxWindow* new_detail(wxWindow* parent);
  const KnownRegime* chosen() const;
  void show_list();
  void show_chosen();

  const Desk& desk_;
  std::shared_ptr<const RegimesMap> map_;
  std::string chosen_, words_;
  wxButton *follow_ = nullptr, *stop_ = nullptr, *answer_ = nullptr, *upgrade_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  ListView *list_ = nullptr, *asked_ = nullptr;
  wxTextCtrl* about_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
