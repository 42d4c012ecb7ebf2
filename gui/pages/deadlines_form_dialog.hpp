#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/form.hpp"

#include <functional>
#include <string>

class wxWindow;

namespace hdskit::gui::pages {

/// A form in a window of its own. What was typed stays until `save` went well or the person gives up.
struct FormQuestion {
  std::string title, sentence;                                      ///< sentence: what one reads above the fields; may be ""
  std::string button;                                               ///< “Record”
  std::function<void(const std::vector<std::string>& values)> save; ///< throws Problem, which is told in the window
};

/// True when it was saved.
bool ask_form(wxWindow* owner, Form& form, const FormQuestion& question);

} // namespace hdskit::gui::pages
