#pragma once

#include <filesystem>

namespace hdskit {

/// Whether every part of a workbook can be read back and ends as XML ends. libxlsxwriter makes the parts in temporary files and does not
/// notice when the disk is full before they are complete.
bool is_whole_workbook(const std::filesystem::path& path);

} // namespace hdskit
