#pragma once

#include "gui/pages/access_pane.hpp"
#include "gui/pages/record_pane.hpp"
#include "toolkit/access/endpoint_probe.hpp"

class wxButton;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;
class WrappedSentence;

namespace pages {

/// The hospital's own endpoints with the state of their checks; the form of the chosen one at the right; below, what the chosen check saw, case by case.
class AccessEndpointsPane : public AccessPane {
public:
  AccessEndpointsPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const AccessMap> map) override;
  bool shows(std::string_view kind) const override { return kind == HostedEndpoint::type().kind || kind == EndpointRun::type().kind; }
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override { return record_->settle(); }
  void focus() override;
  void search() override;

private:
  wxSizer* new_buttons();
  ListView* new_list(wxWindow* parent);
  wxWindow* new_lower(wxWindow* parent);
  void choose(const std::string& reference);
  void follow_record();
  void show_list();
  void check();
  void show_runs();
  void choose_run(const std::string& reference);
  void take(const std::string& run, std::shared_ptr<const EndpointReport> report);
  void show_report();
  void show_evidence(const std::string& name);
  const HostedEndpoint* chosen() const;

  const Desk& desk_;
  std::shared_ptr<const AccessMap> map_;
  std::shared_ptr<const EndpointReport> report_;
  std::string words_, run_;
  int reading_ = 0;
  wxButton *remove_ = nullptr, *check_ = nullptr, *evidence_ = nullptr, *export_ = nullptr;
  WrappedSentence* sentence_ = nullptr;
  wxTextCtrl *conclusion_ = nullptr, *seen_ = nullptr;
  ListView *list_ = nullptr, *runs_ = nullptr, *matrix_ = nullptr;
  RecordPane* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
