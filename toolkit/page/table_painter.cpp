#include "toolkit/page/table_painter.hpp"

namespace hdskit::page {
namespace {

class TablePainter {
public:
  TablePainter(ContentStream& stream, TextPainter& text, const TableBox& table, double x, double width, const Style& style)
      : s_{stream}, text_{text}, table_{table}, x_{x}, width_{width}, style_{style} {}

  void run(const Fragment& fragment, double y) {
    paint_grounds(fragment, y);
    if (fragment.with_header)
      for (const auto& row : table_.header) {
        if (fragment.begins) paint_row(row, y, 0, row.lines);
        else repeat_row(row, y);
        y += static_cast<double>(row.height);
      }
    for (auto i = fragment.from; i < fragment.to; ++i) {
      const auto& row = table_.rows[i];
      paint_row(row, y, fragment.line_from, fragment.line_to == 0 ? row.lines : fragment.line_to);
      y += height_of(row, fragment);
    }
  }

private:
  double height_of(const Row& row, const Fragment& fragment) const {
    if (fragment.line_to == 0) return static_cast<double>(row.height);
    return (fragment.line_to - fragment.line_from) * static_cast<double>(table_.leading) + 2 * static_cast<double>(table_.padding_y);
  }

  /// Fills and rules: below the text, out of the structure.
  void paint_grounds(const Fragment& fragment, double y) {
    s_.artifact();
    const bool header = fragment.with_header && !table_.header.empty();
    if (header) {
      s_.fill(style_.pale);
      s_.rectangle(x_, y, width_, static_cast<double>(table_.header_height), "f");
      for (const auto& row : table_.header) {
        fill_cells(row, y, static_cast<double>(row.height));
        y += static_cast<double>(row.height);
      }
      s_.stroke(style_.accent, 0.9);
      s_.rule(x_, y, x_ + width_, y);
    } else if (fragment.begins) {
      s_.stroke(style_.line, 0.5);
      s_.rule(x_, y, x_ + width_, y);
    }
    double bottom = y;
    for (auto i = fragment.from; i < fragment.to; ++i) {
      const double height = height_of(table_.rows[i], fragment);
      fill_cells(table_.rows[i], bottom, height);
      bottom += height;
    }
    s_.stroke(style_.line, 0.5);
    for (auto i = fragment.from; i < fragment.to; ++i) {
      y += height_of(table_.rows[i], fragment);
      s_.rule(x_, y, x_ + width_, y);
    }
    s_.end_marked();
  }

  void fill_cells(const Row& row, double y, double height) {
    for (const auto& cell : row.cells) {
      if (!cell.fill) continue;
      s_.fill(*cell.fill);
      s_.rectangle(x_ + static_cast<double>(cell.x), y, static_cast<double>(cell.width), height, "f");
    }
  }

  double left_of(const Cell& cell) const { return x_ + static_cast<double>(cell.x) + static_cast<double>(table_.padding_x); }

  void paint_row(const Row& row, double y, std::uint32_t from, std::uint32_t to) {
    if (from == 0) text_.open(Tag::tr);
    std::int32_t number = 0;
    for (const auto& cell : row.cells) {
      text_.enter_cell({.kind = StructureStep::Kind::cell,
                        .tag = cell.header || cell.row_header ? Tag::th : Tag::td,
                        .columns = cell.columns,
                        .row_scope = !cell.header,
                        .number = number++});
      text_.paint(cell.text, left_of(cell), y + static_cast<double>(table_.padding_y), from, to);
      text_.leave_cell();
    }
    if (to >= row.lines) text_.close();
  }

  void repeat_row(const Row& row, double y) {
    s_.artifact();
    for (const auto& cell : row.cells) text_.decorate(cell.text, left_of(cell), y + static_cast<double>(table_.padding_y));
    s_.end_marked();
  }

  ContentStream& s_;
  TextPainter& text_;
  const TableBox& table_;
  double x_, width_;
  const Style& style_;
};

} // namespace

void paint_table(ContentStream& stream, TextPainter& text, const TableBox& table, const Fragment& fragment, double x, double y, double width,
                 const Style& style) {
  TablePainter{stream, text, table, x, width, style}.run(fragment, y);
}

} // namespace hdskit::page
