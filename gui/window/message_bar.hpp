#pragma once

#include "gui/presenter/cell.hpp"

#include <wx/panel.h>

#include <functional>
#include <string>

class wxButton;
class wxStaticText;

namespace hdskit::gui {

/// The line above a page that tells what happened, without interrupting. It stays until it is closed or something newer is told.
class MessageBar : public wxPanel {
public:
  explicit MessageBar(wxWindow* parent);

  struct Action {
    std::string label;
    std::function<void()> run;
  };
  void tell(Tone tone, const std::string& sentence, const std::string& remedy = {}, Action action = {});
  void close();
  const std::string& sentence() const { return sentence_; } ///< "" when closed

private:
  void wrap();
  std::string sentence_, shown_;
  Action action_;
  wxStaticText *symbol_ = nullptr, *words_ = nullptr;
  wxButton *do_ = nullptr, *close_ = nullptr;
};

} // namespace hdskit::gui
