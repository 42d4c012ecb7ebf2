#include "toolkit/page/table_layout.hpp"

#include "toolkit/page/block_shaping.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hdskit::page {
namespace {

constexpr double smallest_scale = 0.75;
constexpr double longest_text = 2;              // times the table's width: a longer text wraps anyhow and must not starve its neighbours
constexpr double tallest_repeated_header = 0.4; // of a page: a taller one comes once, else nothing would be left for rows

struct ShapedCell {
  Setting setting;
  NaturalWidth natural;
  const TableCell* cell;
  std::size_t column, columns;
  bool header;
};
using ShapedRow = std::vector<ShapedCell>;

class TableLayout {
public:
  TableLayout(Typesetter& typesetter, const Table& table, double width)
      : typesetter_{typesetter}, width_{width}, style_{table_style(typesetter.style())}, columns_{table.columns} {
    for (const auto* rows : {&table.header, &table.rows})
      for (const auto& row : *rows) {
        std::size_t count = 0;
        for (const auto& cell : row) count += static_cast<std::size_t>(std::max(1, cell.columns));
        columns_.resize(std::max(columns_.size(), count));
      }
    for (const auto& row : table.header) header_.push_back(shape(row, true));
    for (const auto& row : table.rows) rows_.push_back(shape(row, false));
  }

  TableBox run() {
    TableBox box;
    auto needs = column_needs();
    const double least = std::accumulate(needs.begin(), needs.end(), 0.0, [](double sum, const NaturalWidth& need) { return sum + need.least; });
    const double scale = std::clamp(width_ / std::max(least, 1.0), smallest_scale, 1.0);
    shrink(scale);
    for (auto& need : needs) need.least *= scale, need.full *= scale;
    box.padding_x *= static_cast<float>(scale);
    box.leading = style_.leading;
    widths_ = column_widths(columns_, needs, width_);
    auto header = set_rows(header_, box), rows = set_rows(rows_, box);
    for (const auto& row : header) box.header_height += row.height;
    if (static_cast<double>(box.header_height) > tallest_repeated_header * typesetter_.style().text_height()) {
      header.insert(header.end(), rows.begin(), rows.end());
      rows = std::move(header);
      header.clear();
      box.header_height = 0;
    }
    box.header = {kept(typesetter_.memory(), header), header.size()};
    box.rows = {kept(typesetter_.memory(), rows), rows.size()};
    return box;
  }

private:
  ShapedRow shape(const std::vector<TableCell>& row, bool header) {
    ShapedRow shaped;
    std::size_t column = 0;
    for (const auto& cell : row) {
      auto style = style_;
      style.cut.bold = header || cell.row_header;
      ShapedCell out{.setting = typesetter_.shape(cell.text, style),
                     .natural = {},
                     .cell = &cell,
                     .column = column,
                     .columns = static_cast<std::size_t>(std::max(1, cell.columns)),
                     .header = header};
      out.natural = natural_width(out.setting.tokens);
      column += out.columns;
      shaped.push_back(std::move(out));
    }
    return shaped;
  }

  ColumnNeeds column_needs() const {
    ColumnNeeds needs(columns_.size());
    const double padding = 2 * static_cast<double>(TableBox{}.padding_x) + 0.5;
    for (auto& need : needs) need = {padding, padding};
    for (const bool spanning : {false, true})
      for (const auto* rows : {&header_, &rows_})
        for (const auto& row : *rows)
          for (const auto& cell : row)
            if ((cell.columns > 1) == spanning) widen(needs, cell, padding);
    return needs;
  }

  /// A cell over several columns asks them for what they lack together, in equal parts.
  static void widen(ColumnNeeds& needs, const ShapedCell& cell, double padding) {
    NaturalWidth together;
    for (std::size_t i = 0; i < cell.columns; ++i) together.least += needs[cell.column + i].least, together.full += needs[cell.column + i].full;
    const double share = static_cast<double>(cell.columns);
    for (std::size_t i = 0; i < cell.columns; ++i) {
      needs[cell.column + i].least += std::max(0.0, cell.natural.least + padding - together.least) / share;
      needs[cell.column + i].full += std::max(0.0, cell.natural.full + padding - together.full) / share;
    }
  }

  void shrink(double scale) {
    if (scale >= 1) return;
    const auto factor = static_cast<float>(scale);
    style_.size *= factor, style_.leading *= factor;
    for (auto* rows : {&header_, &rows_})
      for (auto& row : *rows)
        for (auto& cell : row) {
          for (auto& run : cell.setting.runs) run.size *= factor;
          for (auto& token : cell.setting.tokens) token.size *= factor, token.space *= factor, token.hyphen *= factor;
        }
  }

  std::vector<Row> set_rows(const std::vector<ShapedRow>& shaped, const TableBox& box) {
    std::vector<Row> rows;
    for (const auto& cells : shaped) {
      Row row;
      std::vector<Cell> set;
      for (const auto& cell : cells) set.push_back(set_cell(cell, box));
      for (const auto& cell : set) row.lines = std::max(row.lines, cell.text.line_count);
      row.height = static_cast<float>(row.lines) * box.leading + 2 * box.padding_y;
      row.cells = {kept(typesetter_.memory(), set), set.size()};
      rows.push_back(row);
    }
    return rows;
  }

  Cell set_cell(const ShapedCell& shaped, const TableBox& box) {
    Cell cell{.fill = shaped.cell->fill, .columns = static_cast<std::uint16_t>(shaped.columns), .header = shaped.header, .row_header = shaped.cell->row_header};
    const auto first = widths_.begin() + static_cast<std::ptrdiff_t>(shaped.column);
    cell.x = static_cast<float>(std::accumulate(widths_.begin(), first, 0.0));
    cell.width = static_cast<float>(std::accumulate(first, first + static_cast<std::ptrdiff_t>(shaped.columns), 0.0));
    auto style = style_;
    const auto align = columns_[shaped.column].align;
    style.justification = align == TableColumn::Align::right    ? Justification::right
                          : align == TableColumn::Align::centre ? Justification::centre
                                                                : Justification::left;
    style.hyphenated = !shaped.header;
    cell.text = typesetter_.set(shaped.setting, style, std::max(1.0, static_cast<double>(cell.width - 2 * box.padding_x)));
    return cell;
  }

  Typesetter& typesetter_;
  double width_;
  TextStyle style_;
  std::vector<TableColumn> columns_;
  std::vector<ShapedRow> header_, rows_;
  std::vector<double> widths_;
};

/// Shares `rest` among the columns `which`. Above its longest word a column wants what its longest line lacks, to the power 0.7: long texts,
/// which can wrap, get more, but not all; nobody gets more than its longest line while another one wraps.
void share_by_needs(std::vector<std::size_t> which, const ColumnNeeds& needs, double rest, std::vector<double>& widths) {
  double least = 0, full = 0;
  for (const auto i : which) least += needs[i].least, full += needs[i].full;
  if (full <= rest || least > rest) {
    for (const auto i : which) widths[i] = rest * (least > rest ? needs[i].least / least : needs[i].full / full);
    return;
  }
  double extra = rest - least;
  for (const auto i : which) widths[i] = needs[i].least;
  const auto want = [&](std::size_t i) { return std::pow(needs[i].full - needs[i].least, 0.7); };
  while (!which.empty()) {
    double wants = 0;
    for (const auto i : which) wants += want(i);
    std::vector<std::size_t> open;
    double given = 0;
    for (const auto i : which) {
      if (extra * want(i) < (needs[i].full - needs[i].least) * wants) open.push_back(i);
      else widths[i] = needs[i].full, given += needs[i].full - needs[i].least;
    }
    extra -= given;
    if (open.size() == which.size()) {
      for (const auto i : which) widths[i] += extra * want(i) / wants;
      return;
    }
    which = std::move(open);
  }
}

} // namespace

std::vector<double> column_widths(const std::vector<TableColumn>& columns, ColumnNeeds needs, double width) {
  for (auto& need : needs) need.full = std::max(need.least, std::min(need.full, longest_text * width));
  std::vector<double> widths(columns.size(), 0);
  std::vector<std::size_t> automatic;
  double weights = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].weight > 0) weights += columns[i].weight;
    else automatic.push_back(i);
  }
  // Below 1 in all, weights are shares of the table; else they compare columns, and one without weight counts as an average one.
  const auto weighted = static_cast<double>(columns.size() - automatic.size());
  const double whole = automatic.empty() ? weights : weights < 1 ? 1 : weights + static_cast<double>(automatic.size()) * weights / weighted;
  double rest = width;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].weight > 0) rest -= widths[i] = width * columns[i].weight / whole;
  share_by_needs(automatic, needs, rest, widths);
  return widths;
}

TableBox lay_out_table(Typesetter& typesetter, const Table& table, double width) { return TableLayout{typesetter, table, width}.run(); }

} // namespace hdskit::page
