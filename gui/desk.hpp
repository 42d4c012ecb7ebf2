#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/session.hpp"
#include "gui/presenter/standing.hpp"
#include "gui/window/background.hpp"

#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace hdskit::gui {

/// What a page may ask of the window around it. Given by the frame, for the life of the page.
struct Desk {
  Session& session;
  Background& background;

  /// Hands over where the file stands, read in the background once per revision and shared by all pages. Called at once when it is known already.
  /// When the workspace follows no checklist, or cannot be read, the frame tells it and `take` is not called.
  std::function<void(wxWindow* owner, std::function<void(std::shared_ptr<const Standing>)> take)> with_standing;
  /// The same for a framework as AnsweredFrameworks::asked() names it; one that is not followed any more gives the main checklist.
  std::function<void(wxWindow* owner, const std::string& framework, std::function<void(std::shared_ptr<const Standing>)> take)> with_standing_of;

  /// Shows another page, and there what `subject` stands for ("" : the page as it is): an item id, the code of a document, "site:3".
  std::function<void(std::string_view page, const std::string& subject)> go_to;

  /// A sentence in the bar above the page, for what went well ("…" was written) and what went wrong (sentence, remedy). Never interrupts.
  std::function<void(const std::string& sentence)> tell;
  /// How something came out that the person waited for, in its own tone, with a button that leads to it; without one when `page` is "".
  std::function<void(const Cell& outcome, std::string_view page, const std::string& subject)> tell_outcome;
  std::function<void(std::exception_ptr failure)> tell_problem;

  /// Call it after the session changed: menus and this page follow.
  std::function<void()> changed;

  /// The PKCS#11 library through which cards are read, as this machine remembers it; "": none was named.
  std::function<std::string()> card_module;
  std::function<void(const std::string& path)> remember_card_module;

  std::filesystem::path drafts; ///< folder for texts not yet saved
};

/// Runs `work`; what it throws is told, and false comes back.
template <typename Work> bool attempt(const Desk& desk, Work work) {
  try {
    work();
    return true;
  } catch (...) {
    desk.tell_problem(std::current_exception());
    return false;
  }
}

} // namespace hdskit::gui
