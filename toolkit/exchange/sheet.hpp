#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit {

// One table for both formats that spreadsheets open: CSV for what is read again, XLSX for people.

enum class CellKind {
  text,
  number, ///< of up to 15 digits, which is what Excel keeps; any other text stays text
  date,   ///< ISO text ("2026-11-22"): in XLSX a real date shown as dd/mm/yyyy; any other text stays text
};

struct SheetColumn {
  std::string heading;
  CellKind kind = CellKind::text;
};

struct Sheet {
  std::string title; ///< the name of the worksheet, and the title of the workbook
  std::vector<SheetColumn> columns;
  std::vector<std::vector<std::string>> rows; ///< a row may have fewer cells than there are columns
};

/// See write_csv: what would be a formula is disarmed.
std::string sheet_csv(const Sheet& sheet);

constexpr std::size_t xlsx_row_limit = 1'048'576; ///< of Excel, the row of headings included
constexpr std::size_t xlsx_column_limit = 16'384;
constexpr std::size_t xlsx_cell_limit = 32'767; ///< characters, counted in UTF-16 as Excel does
constexpr std::size_t xlsx_name_limit = 31;     ///< of a worksheet's name, counted the same way

/// A workbook (0600, in place only when it is complete, the same bytes for the same sheet). Every text is written as text, never as a formula.
/// A longer text than xlsx_cell_limit is cut, and its end says so and how long it was; a longer title ends in “…” in the worksheet's
/// name, where the characters []:*?/\ become “-”, and stands whole in the properties of the workbook.
/// Throws Problem bad_input for more rows or columns than Excel opens; no_space, refused, not_found (no such folder).
void write_xlsx(const std::filesystem::path& path, const Sheet& sheet);

/// Whether the name ends in ".xlsx", in whatever letter case.
bool is_workbook_name(const std::filesystem::path& path);

/// By the ending of the name: ".xlsx" or ".csv". Throws Problem bad_input for any other.
void write_sheet(const std::filesystem::path& path, const Sheet& sheet);

/// The worksheet's name made from a title, as write_xlsx does it.
std::string worksheet_name(const std::string& title);

} // namespace hdskit
