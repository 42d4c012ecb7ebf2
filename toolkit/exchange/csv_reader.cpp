#include "toolkit/exchange/csv.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/csv_text.hpp"

#include <algorithm>
#include <optional>

namespace hdskit {
namespace {

constexpr std::string_view separators = ";,\t"; // in the order in which they are preferred

/// The one that stands most often outside of quotes in the first line.
char sniffed_separator(std::string_view text) {
  std::size_t counts[separators.size()] = {};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\r' || c == '\n') break;
    if (const auto which = separators.find(c); which != std::string_view::npos) ++counts[which];
  }
  return separators[static_cast<std::size_t>(std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts))];
}

class Reader {
public:
  Reader(std::string_view text, CsvReading& reading) : text_{text}, reading_{reading} {}

  void read() {
    take_separator_line();
    auto& table = reading_.table;
    if (!hinted_) table.separator = sniffed_separator(text_.substr(at_));
    bool first = true;
    while (auto row = next_row()) {
      if (first) {
        table.headings = std::move(row->cells);
        table.heading_line = row->line;
        first = false;
      } else if (table.rows.size() == csv_row_limit) {
        return report(row->line, 0, tr("There are more than {1} rows.", {std::to_string(csv_row_limit)}));
      } else {
        check_width(*row);
        table.rows.push_back(std::move(*row));
      }
    }
    if (first) report(1, 0, tr("The file is empty: a line of headings is expected."));
  }

private:
  /// "sep=;" is Excel's own way of telling.
  void take_separator_line() {
    if (text_.size() < 5 || folded(text_.substr(0, 4)) != "sep=" || separators.find(text_[4]) == std::string_view::npos) return;
    if (text_.size() > 5 && text_[5] != '\r' && text_[5] != '\n') return;
    reading_.table.separator = text_[4];
    hinted_ = true;
    at_ = 5;
    end_line();
  }

  bool at_end() const { return at_ >= text_.size(); }
  bool at_line_end() const { return text_[at_] == '\r' || text_[at_] == '\n'; }
  void end_line() {
    if (at_end()) return;
    const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    at_ += pair ? 2 : 1;
    ++line_;
  }

  /// Passes over blank lines.
  std::optional<CsvRow> next_row() {
    while (!at_end() && at_line_end()) end_line();
    if (at_end()) return std::nullopt;
    CsvRow row{.line = line_, .cells = {}};
    for (;;) {
      row.cells.push_back(next_cell(static_cast<int>(row.cells.size()) + 1));
      if (at_end() || at_line_end()) break;
      ++at_; // the separator
    }
    end_line();
    return row;
  }

  std::string next_cell(int column) {
    if (!at_end() && text_[at_] == '"') return quoted_cell(column);
    return unguarded_cell(plain_text());
  }

  std::string_view plain_text() {
    const char ends[] = {reading_.table.separator, '\r', '\n'};
    const auto begin = at_;
    at_ = std::min(text_.find_first_of(std::string_view{ends, sizeof ends}, at_), text_.size());
    return text_.substr(begin, at_ - begin);
  }

  std::string quoted_cell(int column) {
    const int begin = line_;
    std::string cell;
    for (++at_;;) {
      const auto quote = text_.find('"', at_);
      const auto part = text_.substr(at_, quote - at_);
      line_ += static_cast<int>(std::ranges::count(part, '\n'));
      cell += part;
      if (quote == std::string_view::npos) {
        at_ = text_.size();
        report(begin, column, tr("A quotation mark is opened here and never closed."));
        return cell;
      }
      at_ = quote + 1;
      if (at_end() || text_[at_] != '"') break;
      cell += '"';
      ++at_;
    }
    if (!trimmed(plain_text()).empty()) report(line_, column, tr("Text follows the closing quotation mark; a quotation mark within a cell is written twice."));
    return unguarded_cell(cell);
  }

  void check_width(const CsvRow& row) {
    for (auto column = reading_.table.headings.size(); column < row.cells.size(); ++column)
      if (!row.cells[column].empty())
        return report(row.line, static_cast<int>(column) + 1,
                      tr("The row has a cell beyond the {1} columns of the heading line.", {std::to_string(reading_.table.headings.size())}));
  }

  void report(int line, int column, std::string sentence) {
    if (reading_.defects.size() < csv_defect_limit) reading_.defects.push_back({line, column, std::move(sentence)});
  }

  std::string_view text_;
  CsvReading& reading_;
  std::size_t at_ = 0;
  int line_ = 1;
  bool hinted_ = false;
};

} // namespace

CsvReading read_csv(std::string_view bytes, const std::string& name) {
  auto text = csv_text_of(bytes, name);
  CsvReading reading;
  reading.table.encoding = text.encoding;
  reading.defects = std::move(text.defects);
  if (reading.defects.empty()) Reader{text.text, reading}.read();
  return reading;
}

std::string listed(const std::vector<CsvDefect>& defects) {
  std::string list;
  for (const auto& defect : defects) {
    const auto line = std::to_string(defect.line);
    list += (list.empty() ? "" : "\n") + (defect.column ? tr("line {1}, column {2}: {3}", {line, std::to_string(defect.column), defect.sentence})
                                                        : tr("line {1}: {2}", {line, defect.sentence}));
  }
  return list;
}

} // namespace hdskit
