#pragma once

#include "gui/desk.hpp"
#include "gui/pages/risks_pane.hpp"
#include "gui/presenter/risks_workshops.hpp"

class wxButton;
class wxSplitterWindow;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class TreeView;

namespace pages {

class RisksRecord;

/// The five workshops with what each consists of at the left; in the middle what is missing and the records of the chosen kind; the record at the right.
class RisksWorkshopsPane : public RisksPane {
public:
  RisksWorkshopsPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RiskMap> map) override;
  bool shows(std::string_view kind) const override;
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override;
  void focus() override;
  void search() override;

private:
  TreeView* new_tree(wxWindow* parent);
  wxWindow* new_records(wxWindow* parent);
  void choose(const std::string& key);
  void choose_row(const std::string& key);
  void show_guide();
  void show_rows();
  void show_form();
  void wrap();
  bool is_kind() const;

  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
  std::string key_ = "1"; ///< of a workshop or of a kind
  std::string words_;
  WorkshopGuide guide_;
  TreeView* tree_ = nullptr;
  wxWindow* middle_ = nullptr;
  wxSplitterWindow* right_ = nullptr;
  wxStaticText *title_ = nullptr, *purpose_ = nullptr;
  wxSizer* missing_place_ = nullptr;
  std::vector<wxStaticText*> missing_;
  wxButton *add_ = nullptr, *remove_ = nullptr;
  ListView* records_ = nullptr;
  RisksRecord* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
