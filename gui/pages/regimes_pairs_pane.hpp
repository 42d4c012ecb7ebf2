#pragma once

#include "gui/pages/record_pane.hpp"
#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/regimes_map.hpp"

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;

namespace pages {

/// The pairs of two frameworks; below them what the two items say; at the right the form of an own pair.
class RegimesPairsPane : public TabPane<RegimesMap> {
public:
  RegimesPairsPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RegimesMap> map) override;
  bool shows(std::string_view kind) const override { return kind == RequirementPair::type().kind; }
  void reveal(const std::string&, const std::string&) override {}
  bool settle() override { return record_->settle(); }
  void focus() override;
  void search() override;

private:
  wxSizer* new_head();
  wxWindow* new_left(wxWindow* parent);
  std::string framework(const wxChoice& choice, int before) const;
  void offer_frameworks();
  void show_list();
  void choose(const std::string& key);
  void follow_record();
  void add();

  const Desk& desk_;
  std::shared_ptr<const RegimesMap> map_;
  std::string key_, words_; ///< the chosen pair
  wxChoice *from_ = nullptr, *to_ = nullptr;
  wxButton *overrule_ = nullptr, *remove_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  ListView* list_ = nullptr;
  wxTextCtrl* about_ = nullptr;
  RecordPane* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
