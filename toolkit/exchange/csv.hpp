#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// CSV as RFC 4180 has it and as Excel in French writes it: “;” between cells, several lines in a quoted cell, UTF-8 with a byte
// order mark or Windows-1252. See docs/formats/requirement-csv.md.

constexpr std::size_t csv_size_limit = 64u << 20; ///< bytes of a file
constexpr std::size_t csv_row_limit = 1'000'000;
constexpr std::size_t csv_defect_limit = 1000; ///< beyond, a list of defects helps nobody

struct CsvDefect {
  int line = 0;   ///< of the file, from 1
  int column = 0; ///< the cell within its row, from 1; 0 when the whole row is meant
  std::string sentence;
};

struct CsvRow {
  int line = 0;                   ///< where the row begins
  std::vector<std::string> cells; ///< may be fewer than the headings: Excel leaves out empty cells at the end of long tables
};

enum class CsvEncoding { utf8, windows_1252 };

struct CsvTable {
  CsvEncoding encoding = CsvEncoding::utf8; ///< as found; the cells are UTF-8 in any case
  char separator = ';';
  int heading_line = 1;
  std::vector<std::string> headings;
  std::vector<CsvRow> rows;
};

struct CsvReading {
  CsvTable table;
  std::vector<CsvDefect> defects; ///< all of them, in the order of the file; the table is only to be trusted when there is none
};

/// Separator “;”, “,” or tab, found from the heading line (or a line “sep=;” before it).
/// Throws Problem bad_input for what is no CSV text at all: UTF-16, an Excel workbook, more than csv_size_limit; `name` is its subject.
CsvReading read_csv(std::string_view bytes, const std::string& name);

/// UTF-8 with byte order mark, “;”, CRLF.
std::string write_csv(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows);

/// A spreadsheet takes a cell that begins with = + - @, tab, CR or LF for a formula, which could run anything. Such a cell is written with an
/// apostrophe before it. So that the way back is exact for all texts, cells that begin with apostrophes and then one of those
/// characters get one more, and lose one when read.
std::string guarded_cell(std::string_view text);
std::string unguarded_cell(std::string_view cell);

/// "line 3, column 2: …" for each; for the sentence of a Problem.
std::string listed(const std::vector<CsvDefect>& defects);

} // namespace hdskit
