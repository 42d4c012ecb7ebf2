#pragma once

#include "gui/pages/access_pane.hpp"
#include "gui/pages/record_pane.hpp"

class wxButton;
class wxStaticText;

namespace hdskit::gui {

class ListView;

namespace pages {

/// Whom the hospital trusts: authorities above, each imported after its fingerprint was compared; below, where revocation lists come from and how fresh they
/// are.
class AccessTrustPane : public AccessPane {
public:
  AccessTrustPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const AccessMap> map) override;
  bool shows(std::string_view kind) const override { return kind == TrustAnchor::type().kind || kind == ListSource::type().kind; }
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override { return record_->settle(); }
  void focus() override;

private:
  wxWindow* new_anchors(wxWindow* parent);
  wxWindow* new_lists(wxWindow* parent);
  void import();
  void remove_anchor();
  void fetch();
  void read_states();
  void choose_list(const std::string& reference);
  void show_lists();
  void follow_record();
  const ListSource* chosen_list() const;

  const Desk& desk_;
  std::shared_ptr<const AccessMap> map_;
  wxButton *remove_anchor_ = nullptr, *fetch_ = nullptr, *remove_list_ = nullptr;
  wxStaticText *anchors_sentence_ = nullptr, *lists_sentence_ = nullptr;
  ListView *anchors_ = nullptr, *lists_ = nullptr;
  RecordPane* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
