#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/progress.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit::page {

struct ZipEntry {
  std::string name;           ///< relative, '/' between folders, no ".."
  std::string bytes;          ///< or
  std::filesystem::path file; ///< what is streamed from the disk, when not empty
  bool compressed = true;
};

/// Writes a ZIP (libzip), complete or not at all, 0600; every entry dated `at`, so that the same entries give the same bytes.
void write_zip(const std::filesystem::path& file, const std::vector<ZipEntry>& entries, Instant at, const Progress& progress = {});

} // namespace hdskit::page
