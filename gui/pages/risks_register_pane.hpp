#pragma once

#include "gui/desk.hpp"
#include "gui/pages/risks_pane.hpp"
#include "gui/presenter/risks_register.hpp"

class wxCheckBox;
class wxChoice;
class wxButton;
class wxStaticText;

namespace hdskit::gui {

class ListView;

namespace pages {

class RecordPane;

/// The register: its list with filters at the left, the two matrices below it, the chosen risk at the right.
class RisksRegisterPane : public RisksPane {
public:
  RisksRegisterPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RiskMap> map) override;
  bool shows(std::string_view kind) const override { return kind == "risk"; }
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override;
  void focus() override;
  void search() override;

private:
  wxSizer* new_filters();
  wxChoice* new_choice(const std::string& name);
  ListView* new_list(wxWindow* parent);
  void offer_filters();
  void filter_chosen();
  void show_rows();
  void choose(const std::string& reference);
  void edit(const std::string& reference);
  void add();
  std::string edited() const; ///< reference of the risk in the form; "" : none, or a new one

  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
  RiskFilter filter_;
  std::optional<RiskOrder> order_;
  RiskFilterChoices choices_;
  wxChoice *level_ = nullptr, *family_ = nullptr, *strategy_ = nullptr;
  wxCheckBox* unaccepted_ = nullptr;
  wxButton* clear_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  ListView* list_ = nullptr;
  RecordPane* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
