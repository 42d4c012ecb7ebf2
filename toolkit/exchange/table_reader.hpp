#pragma once

#include "toolkit/exchange/csv.hpp"

namespace hdskit {

/// A table that a spreadsheet wrote: an Excel workbook (.xlsx, told by its bytes, not its name) or CSV. A workbook gives the first worksheet
/// that is not hidden; line and column of a defect are those of the sheet. Dates come as ISO text, numbers without rounding, several lines in a
/// cell as they are. Throws Problem bad_input for what is neither: an .ods, an old .xls, an encrypted workbook, a PDF, UTF-16; each by its name.
/// Texts lose the apostrophe that disarms formulas (guarded_cell) in both formats: a CSV file may have been saved as a workbook.
CsvReading read_table(std::string_view bytes, const std::string& name);

/// Whether these bytes are an archive, which read_table takes for a workbook and needs libzip for.
inline bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

/// read_table for all but workbooks.
CsvReading read_text_table(std::string_view bytes, const std::string& name);

constexpr std::size_t workbook_size_limit = 64u << 20;  ///< bytes of the file
constexpr std::size_t workbook_part_limit = 512u << 20; ///< bytes of one part once inflated
constexpr std::size_t workbook_column_limit = 1'000;

} // namespace hdskit
