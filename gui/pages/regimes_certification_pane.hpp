#pragma once

#include "gui/pages/register_view.hpp"
#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/regimes_certification.hpp"

class wxChoice;

namespace hdskit::gui::pages {

/// Audits, non-conformities with their clock, actors of the hosting, decisions on the scope: one register at a time.
class RegimesCertificationPane : public TabPane<RegimesMap> {
public:
  RegimesCertificationPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const RegimesMap> map) override;
  bool shows(std::string_view kind) const override;
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override { return register_->settle(); }
  void focus() override { register_->focus(); }
  void search() override { register_->search(); }

private:
  void choose_register();
  std::string_view kind() const;

  const Desk& desk_;
  std::shared_ptr<const RegimesMap> map_;
  const std::vector<RegisterName> names_ = certification_registers();
  int shown_ = 0;
  RegisterView* register_ = nullptr;
  wxChoice* choice_ = nullptr;
};

} // namespace hdskit::gui::pages
