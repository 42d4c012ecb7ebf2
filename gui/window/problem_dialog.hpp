#pragma once

#include <exception>
#include <string>

class wxWindow;

namespace hdskit::gui {

/// What a person reads of an exception: the sentence, then the remedy.
struct Told {
  std::string sentence, remedy;
  bool cancelled = false; ///< the person stopped it: nothing to tell
};
Told told(const std::exception_ptr& failure);

/// Shows the failure in a window that must be answered. Calls of a page go to Desk::tell instead, which does not interrupt.
void show_problem(wxWindow* owner, const std::exception_ptr& failure) noexcept;

/// A text that is too long for the bar, to read and copy.
void show_whole(wxWindow* owner, const std::string& words);

} // namespace hdskit::gui
