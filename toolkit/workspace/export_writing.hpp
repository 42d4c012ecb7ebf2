#pragma once

#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/export_layout.hpp"

#include <filesystem>
#include <map>

namespace hdskit {

using ExportSums = std::map<std::string, std::string>; ///< digest by path inside the export

/// As `sha256sum -c` reads it.
std::string sums_text(const ExportSums& sums);

/// Writes the export of `dialect`, a workspace of `format` that nobody changes meanwhile, into `folder`, which is empty.
ExportManifest write_export(Dialect& dialect, int format, const std::filesystem::path& folder, const std::string& program, const Progress& progress);

} // namespace hdskit
