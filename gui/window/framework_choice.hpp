#pragma once

#include "gui/presenter/standing.hpp"

#include <wx/panel.h>

#include <functional>
#include <string>

class wxChoice;

namespace hdskit::gui {

/// Which of the answered frameworks a page shows. Hidden as long as there is nothing to choose.
class FrameworkChoice : public wxPanel {
public:
  explicit FrameworkChoice(wxWindow* parent);

  void show(const AnsweredFrameworks& frameworks);
  void put_back(); ///< to the one that was shown last: the page could not turn to another

  std::function<void(const std::string& asked)> on_choose; ///< by the person only; as AnsweredFrameworks::asked() has it

private:
  AnsweredFrameworks frameworks_; ///< without their items
  wxChoice* choice_ = nullptr;
};

} // namespace hdskit::gui
