#pragma once

#include "gui/desk.hpp"
#include "toolkit/base/translate.hpp"

#include <span>
#include <string_view>

namespace hdskit::gui {

/// A page once it stands in the window. Every function but `refresh` may be empty.
struct BuiltPage {
  wxWindow* window = nullptr;
  std::function<void()> refresh; ///< the workspace has another revision, or the page is shown: read again; keeps selection and typed text
  std::function<bool()> settle;  ///< saves what is being typed before the page is left; false: stay, the page has told why
  std::function<void(const std::string& subject)> reveal; ///< shows one record
  std::function<void()> focus;                            ///< where the keyboard goes when the page is chosen
  std::function<void()> search;                           ///< Ctrl+F
};

/// A page: one constant in one file, a line in catalogue.cpp, a presenter in gui/presenter.
struct Page {
  std::string_view id;  ///< "evidence"
  const char* title;    ///< marked message
  const char* sentence; ///< marked message: what one does there
  BuiltPage (*build)(wxWindow* parent, const Desk& desk);
};

std::span<const Page* const> all_pages(); ///< in the order of the navigation

} // namespace hdskit::gui
