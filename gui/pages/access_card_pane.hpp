#pragma once

#include "gui/desk.hpp"
#include "gui/pages/access_pane.hpp"
#include "gui/presenter/access_card.hpp"

class wxButton;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;
class WrappedSentence;

namespace pages {

/// The card in the reader, without its PIN; and who acts in this window, as far as a card has proven it.
class AccessCardPane : public AccessPane {
public:
  AccessCardPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const AccessMap> map) override;
  bool shows(std::string_view) const override { return false; }
  void reveal(const std::string&, const std::string&) override {}
  void focus() override;

private:
  wxSizer* new_module_line();
  wxSizer* new_buttons();
  std::string module() const;
  void read();
  void take(std::vector<SeenCard> cards);
  void log_in();
  void log_out();
  void follow();

  const Desk& desk_;
  std::shared_ptr<const AccessMap> map_;
  std::vector<SeenCard> cards_;
  bool seen_ = false; ///< the readers were looked at
  wxTextCtrl *module_ = nullptr, *words_ = nullptr;
  wxButton *read_ = nullptr, *log_in_ = nullptr, *log_out_ = nullptr;
  WrappedSentence* acting_ = nullptr;
  ListView* list_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
