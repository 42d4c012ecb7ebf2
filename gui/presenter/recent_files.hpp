#pragma once

#include "toolkit/base/date.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit::gui {

/// A workspace that was open some day, as the welcome page lists it.
struct RecentFile {
  std::string location, name, folder;
  std::string when; ///< "changed today, 11:15", or that it is no longer there
  bool there = false;
};

/// Looks at each file; `home` is written “~”.
std::vector<RecentFile> recent_files(const std::vector<std::string>& locations, const std::filesystem::path& home, Date today);

} // namespace hdskit::gui
