#pragma once

#include "cli/context.hpp"
#include "toolkit/exchange/csv.hpp"

#include <filesystem>

namespace hdskit::cli {

/// A table that a spreadsheet wrote, CSV or workbook. Workbooks are left to hdskit-press, which alone has what opens archives
/// (docs/decisions/0005-two-executables.md): goes on as that program. To be called before any work.
CsvReading read_table_file(Context& context, const std::filesystem::path& file);

} // namespace hdskit::cli
