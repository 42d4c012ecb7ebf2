#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/access_directory.hpp"

#include <optional>

namespace hdskit::gui::pages {

/// Asks for the interface and its key, then asks the directory in the background while the window stands, with a way to stop. Nothing when it was given up;
/// what was answered until then is kept in its file.
std::optional<AskedDirectory> ask_the_directory(const Desk& desk, wxWindow* owner, DirectoryWish wish);

} // namespace hdskit::gui::pages
