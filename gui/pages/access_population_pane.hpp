#pragma once

#include "gui/desk.hpp"
#include "gui/pages/access_pane.hpp"
#include "gui/presenter/access_population.hpp"

class wxButton;
class wxCheckBox;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class PictureCanvas;

namespace pages {

/// What the last check of the card certificates found: the counts, the certificates, and when they expire. A month chosen in the calendar leaves only what
/// expires in it.
class AccessPopulationPane : public AccessPane {
public:
  AccessPopulationPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const AccessMap> map) override;
  bool shows(std::string_view kind) const override { return kind == PopulationRun::type().kind; }
  void reveal(const std::string&, const std::string&) override {}
  void focus() override;
  void search() override;

private:
  wxSizer* new_buttons();
  wxWindow* new_left(wxWindow* parent);
  wxWindow* new_calendar(wxWindow* parent);
  void show_counts();
  void show_list();
  void choose_month(const std::string& month);
  void check();

  const Desk& desk_;
  std::shared_ptr<const AccessMap> map_;
  CertificateFilter filter_;
  wxSizer* counts_ = nullptr;
  std::vector<wxStaticText*> told_;
  wxButton *check_ = nullptr, *all_months_ = nullptr;
  wxCheckBox* attention_ = nullptr;
  ListView *list_ = nullptr, *months_ = nullptr;
  PictureCanvas* picture_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
