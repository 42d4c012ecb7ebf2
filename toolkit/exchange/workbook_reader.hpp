#pragma once

#include "toolkit/exchange/csv.hpp"
#include "toolkit/exchange/workbook_archive.hpp"

namespace hdskit {

constexpr std::size_t workbook_cell_limit = 10'000'000; ///< of a table, empty ones between others included; also of its different texts

/// The first visible worksheet; see read_table.
CsvReading read_workbook(const WorkbookArchive& archive);

} // namespace hdskit
