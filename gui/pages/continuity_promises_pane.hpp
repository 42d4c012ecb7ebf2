#pragma once

#include "gui/pages/continuity_record.hpp"

class wxButton;
class wxChoice;
class wxStaticText;

namespace hdskit::gui {

class ListView;

namespace pages {

/// Activities and hosted services with their promises, or the records of another kind that they rest on; the chosen one at the right.
class ContinuityPromisesPane : public ContinuityPane {
public:
  ContinuityPromisesPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const ContinuityMap> map) override;
  bool shows(std::string_view kind) const override;
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override;
  void focus() override;
  void search() override;

private:
  wxSizer* new_top();
  wxWindow* new_left(wxWindow* parent);
  void choose_kind(std::size_t place);
  void choose(const std::string& key);
  void open_first();
  void show_rows();
  void wrap();
  std::string_view kind() const;

  const Desk& desk_;
  std::shared_ptr<const ContinuityMap> map_;
  std::size_t kind_ = 0; ///< in the list of the choice
  std::string words_;
  wxChoice* kinds_ = nullptr;
  wxButton* remove_ = nullptr;
  wxWindow* left_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  ListView* list_ = nullptr;
  ContinuityRecord* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
