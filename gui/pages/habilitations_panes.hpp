#pragma once

#include "gui/pages/register_view.hpp"
#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/habilitations_map.hpp"

class wxChoice;

namespace hdskit::gui::pages {

/// A tab of the page “Authorised persons”. To send the person elsewhere: desk.go_to("habilitations", "authorised_person:HAB1").
class HabilitationPane : public TabPane<HabilitationsMap> {
public:
  HabilitationPane(wxWindow* parent, const Desk& desk, std::string_view kind, const std::string& name);

  void show(std::shared_ptr<const HabilitationsMap> map) override;
  bool shows(std::string_view kind) const override { return kind == kind_; }
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override { return register_->settle(); }
  void focus() override { register_->focus(); }
  void search() override { register_->search(); }

protected:
  const Desk& desk_;
  const std::string kind_;
  std::shared_ptr<const HabilitationsMap> map_;
  RegisterView* register_ = nullptr;
  PersonFilter filter_ = PersonFilter::all;
};

class ProjectsPane : public HabilitationPane {
public:
  ProjectsPane(wxWindow* parent, const Desk& desk);
};

class PersonsPane : public HabilitationPane {
public:
  PersonsPane(wxWindow* parent, const Desk& desk);

private:
  wxChoice* choice_ = nullptr;
};

class OutputsPane : public HabilitationPane {
public:
  OutputsPane(wxWindow* parent, const Desk& desk);

private:
  void check_one();
};

} // namespace hdskit::gui::pages
