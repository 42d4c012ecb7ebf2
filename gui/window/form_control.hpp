#pragma once

#include "gui/presenter/form.hpp"

#include <functional>

class wxWindow;

namespace hdskit::gui {

/// One control of a form, whatever its kind.
struct FormControl {
  wxWindow* window = nullptr; ///< what stands in the form: with a button beside the control perhaps
  wxWindow* input = nullptr;  ///< what takes the keyboard
  bool wide = true;           ///< takes all the room that there is
  std::function<std::string()> text;
  std::function<void(const std::string&)> fill;              ///< not told to `typed`
  std::function<void(const std::vector<FormChoice>&)> offer; ///< other choices, the same one chosen; empty for other kinds
};

/// `typed`: the person changed it, the whole content. `left`: the keyboard went elsewhere.
FormControl new_form_control(wxWindow* parent, const FormField& field, std::function<void(const std::string&)> typed, std::function<void()> left);

} // namespace hdskit::gui
