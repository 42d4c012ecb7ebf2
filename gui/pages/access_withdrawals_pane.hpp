#pragma once

#include "gui/desk.hpp"
#include "gui/pages/access_pane.hpp"

class wxButton;
class wxCheckBox;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class WrappedSentence;

namespace pages {

/// What campaigns decided and somebody has to carry out, the most urgent first.
class AccessWithdrawalsPane : public AccessPane {
public:
  AccessWithdrawalsPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const AccessMap> map) override;
  bool shows(std::string_view kind) const override { return kind == Withdrawal::type().kind; }
  void reveal(const std::string& kind, const std::string& reference) override;
  void focus() override;
  void search() override;

private:
  wxSizer* new_buttons();
  void show_list();
  void follow();
  void tell_done();
  void close();
  const Withdrawal* chosen() const;

  const Desk& desk_;
  std::shared_ptr<const AccessMap> map_;
  std::string words_;
  wxButton *done_ = nullptr, *line_ = nullptr, *close_ = nullptr;
  wxCheckBox* all_ = nullptr;
  WrappedSentence* sentence_ = nullptr;
  wxStaticText* note_ = nullptr;
  ListView* list_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
