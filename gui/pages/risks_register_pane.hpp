#pragma once

#include "gui/desk.hpp"
#include "gui/pages/risks_pane.hpp"
#include "gui/presenter/risks_register.hpp"

class wxCheckBox;
class wxChoice;
class wxButton;
class wxSearchCtrl;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class PictureCanvas;

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
  // risks_register_actions.cpp
  wxSizer* new_actions();
  void add();
  void remove();
  void adopt();
  void grow();

  // risks_register_pane.cpp
  wxSizer* new_filters();
  wxWindow* new_left(wxWindow* parent);
  PictureCanvas* new_matrices(wxWindow* parent);
  void show_matrices();
  void pointed(const std::string& key, bool open);
  void wrap_sentence();
  void let_go_place();
  void show_all();
  wxChoice* new_choice(const std::string& name);
  ListView* new_list(wxWindow* parent);
  void offer_filters();
  void filter_chosen();
  void show_rows();
  void choose(const std::string& reference);
  void edit(const std::string& reference);
  std::string edited() const; ///< reference of the risk in the form; "" : none, or a new one

  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
  RiskFilter filter_;
  std::optional<RiskOrder> order_;
  RiskFilterChoices choices_;
  wxChoice *level_ = nullptr, *family_ = nullptr, *strategy_ = nullptr;
  wxCheckBox* unaccepted_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxButton *clear_ = nullptr, *remove_ = nullptr, *grow_ = nullptr, *export_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  ListView* list_ = nullptr;
  PictureCanvas* matrices_ = nullptr;
  RecordPane* record_ = nullptr;
  Cell said_;                                ///< above the list
  std::string drawn_;                        ///< the risk that the matrices show strong
  std::shared_ptr<const RiskMap> drawn_map_; ///< and of which reading
};

} // namespace pages
} // namespace hdskit::gui
