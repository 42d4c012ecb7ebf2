#include "toolkit/exchange/workbook_reader.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/sheet.hpp"
#include "toolkit/exchange/table_title.hpp"
#include "toolkit/exchange/workbook_parts.hpp"
#include "toolkit/exchange/worksheet_places.hpp"
#include "toolkit/exchange/xlsx_text.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

/// "2026-11-22T00:00:00Z" as Strict Open XML has it: the day, and the time when there is one.
std::string iso_moment(std::string text) {
  if (text.size() < 16 || text[10] != 'T') return text;
  const auto clock = text.substr(11, 5);
  return text.substr(0, 10) + (clock == "00:00" ? "" : " " + clock);
}

class WorksheetReader {
public:
  WorksheetReader(const WorkbookParts& parts, WorkbookXml xml, CsvReading& reading) : parts_{parts}, xml_{std::move(xml)}, reading_{reading} {}

  void read() {
    if (xml_.root() != "worksheet") xml_.refuse(tr("it is no worksheet"));
    xml_.each_child([&](std::string_view element) {
      if (element == "sheetData")
        xml_.each_child([&](std::string_view inner) {
          if (inner == "row" && !full_) read_row();
        });
      if (element == "mergeCells") xml_.each_child([&](std::string_view) { empty_covered_cells(xml_.attribute("ref")); });
    });
    make_table();
  }

private:
  /// A row that does not say its number follows the one before.
  void read_row() {
    line_ = xml_.plain_attribute("r").empty() ? line_ + 1 : place_number(xml_.plain_attribute("r"), line_, static_cast<int>(xlsx_row_limit));
    CsvRow row{.line = line_, .cells = {}};
    int column = 0;
    xml_.each_child([&](std::string_view element) {
      if (element != "c") return;
      const auto place = xml_.plain_attribute("r");
      column = place.empty() ? column + 1 : place_number(column_letters(place), column, static_cast<int>(xlsx_column_limit));
      take(row, column, read_cell(column));
    });
    if (row.cells.empty()) return;
    if (rows_.size() > csv_row_limit) {
      full_ = true;
      return report(row.line, 0, tr("There are more than {1} rows.", {std::to_string(csv_row_limit)}));
    }
    rows_.push_back(std::move(row));
  }

  /// The number of a row ("12") or of a column ("AB"), which must follow `previous`.
  int place_number(std::string_view place, int previous, int most) {
    const auto number = number_of_place(place);
    if (number <= previous || number > most) xml_.refuse(tr("“{1}” is not the place of a cell after those before", {place}));
    return number;
  }

  void take(CsvRow& row, int column, std::string text) {
    if (text.empty()) return;
    const auto width = static_cast<std::size_t>(column);
    if (width > workbook_column_limit)
      return report(line_, column, tr("A cell stands beyond the {1} columns that are read.", {std::to_string(workbook_column_limit)}));
    cells_ += width - row.cells.size();
    bytes_ += text.size();
    if (cells_ > workbook_cell_limit || bytes_ > workbook_part_limit) xml_.refuse(tr("it holds more cells, or more text, than is read"));
    if (text.find('\0') != std::string::npos) report(line_, column, tr("A zero byte stands here: this is no text."));
    row.cells.resize(width);
    row.cells.back() = std::move(text);
  }

  std::string read_cell(int column) {
    const auto type = xml_.plain_attribute("t");
    const auto style = xml_.plain_attribute("s");
    std::string value, inline_text;
    bool has_value = false, has_formula = false;
    xml_.each_child([&](std::string_view element) {
      if (element == "v") {
        value = xml_.text();
        has_value = true;
      } else if (element == "is") {
        inline_text = rich_text(xml_);
      } else if (element == "f") {
        has_formula = true;
      }
    });
    if (type == "inlineStr") return unguarded_cell(inline_text);
    if (has_formula && !has_value) {
      report(line_, column, tr("The result of the formula in this cell is not in the file: open it in a spreadsheet and save it again."));
      return "";
    }
    return value_text(type, style, std::move(value), column);
  }

  std::string value_text(std::string_view type, std::string_view style, std::string value, int column) {
    if (type == "s") return unguarded_cell(shared_text(value));
    if (type == "str") return unguarded_cell(unescaped_xlsx_text(std::move(value)));
    if (type == "b") return value.empty() ? "" : value == "0" || value == "false" ? "FAUX" : "VRAI"; // as Excel in French shows and exports them
    if (type == "d") return iso_moment(std::move(value));
    if (type == "e") {
      report(line_, column, tr("The formula of this cell gives an error: {1}.", {value}));
      return "";
    }
    const auto number = trimmed(value);
    if (number.empty()) return "";
    auto text = cell_number_text(number, format_of(style), parts_.from_1904);
    if (!text) report(line_, column, tr("“{1}” is no number, or no day between 1900 and 9999.", {number}));
    return text.value_or("");
  }

  const std::string& shared_text(std::string_view number) {
    std::size_t index = parts_.texts.size();
    std::from_chars(number.data(), number.data() + number.size(), index);
    if (index >= parts_.texts.size()) xml_.refuse(tr("a cell names a text that the workbook does not hold"));
    return parts_.texts[index];
  }

  NumberFormat format_of(std::string_view style) const {
    std::size_t index = 0;
    std::from_chars(style.data(), style.data() + style.size(), index);
    return index < parts_.formats.size() ? parts_.formats[index] : NumberFormat{};
  }

  /// Of merged cells, people see the first one only; some programs keep what stood in the others.
  void empty_covered_cells(std::string_view range) {
    const auto area = cell_range(range);
    auto row = std::ranges::lower_bound(rows_, area.first_row, {}, &CsvRow::line);
    for (; row != rows_.end() && row->line <= area.last_row; ++row)
      for (int column = area.first_column; column <= area.last_column && static_cast<std::size_t>(column) <= row->cells.size(); ++column) {
        if (++covered_ > workbook_cell_limit) xml_.refuse(tr("it holds more merged cells than are read"));
        if (row->line != area.first_row || column != area.first_column) row->cells[static_cast<std::size_t>(column) - 1].clear();
      }
  }

  void make_table() {
    auto& table = reading_.table;
    bool first = true;
    for (auto& row : rows_) {
      while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
      if (std::ranges::all_of(row.cells, [](const std::string& cell) { return trimmed(cell).empty(); })) continue;
      if (first) {
        table.heading_line = row.line;
        table.headings = std::move(row.cells);
      } else {
        table.rows.push_back(std::move(row));
      }
      first = false;
    }
    if (first) report(1, 0, tr("The worksheet is empty: a line of headings is expected."));
    pass_over_title(table);
    for (const auto& row : table.rows)
      if (row.cells.size() > table.headings.size()) report_beyond(row);
  }

  void report_beyond(const CsvRow& row) {
    auto column = reading_.table.headings.size();
    while (row.cells[column].empty()) ++column; // the last one is not empty
    report(row.line, static_cast<int>(column) + 1,
           tr("The row has a cell beyond the {1} columns of the heading line.", {std::to_string(reading_.table.headings.size())}));
  }

  void report(int line, int column, std::string sentence) {
    if (reading_.defects.size() < csv_defect_limit) reading_.defects.push_back({line, column, std::move(sentence)});
  }

  const WorkbookParts& parts_;
  WorkbookXml xml_;
  CsvReading& reading_;
  std::vector<CsvRow> rows_;
  int line_ = 0;
  std::size_t cells_ = 0, bytes_ = 0, covered_ = 0;
  bool full_ = false;
};

} // namespace

CsvReading read_workbook(const WorkbookArchive& archive) {
  CsvReading reading;
  const auto parts = read_workbook_parts(archive);
  const auto bytes = archive.part(parts.worksheet);
  WorksheetReader{parts, WorkbookXml{bytes, archive.name(), parts.worksheet}, reading}.read();
  std::ranges::stable_sort(reading.defects, {}, &CsvDefect::line);
  return reading;
}

} // namespace hdskit
