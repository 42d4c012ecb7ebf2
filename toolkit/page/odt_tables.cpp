#include "toolkit/page/odt_tables.hpp"

#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"
#include "toolkit/page/table_layout.hpp"
#include "toolkit/page/xml_text.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr double cell_padding = 4;
constexpr double smallest_scale = 0.75;            // of a table whose longest words would not fit, before they are divided
constexpr std::size_t longest_kept_together = 600; // bytes in a cell: a row that is longer may go on on the next page
constexpr double cell_room = 2 * cell_padding + 3; // borders, and what rounding to twips takes away

std::size_t columns_taken(const TableCell& cell) { return static_cast<std::size_t>(std::max(1, cell.columns)); }

std::size_t longest_text(const std::vector<TableCell>& row) {
  std::size_t longest = 0;
  for (const auto& cell : row) longest = std::max(longest, plain_text(cell.text).size());
  return longest;
}

std::vector<TableColumn> all_columns(const Table& table) {
  auto columns = table.columns;
  for (const auto* rows : {&table.header, &table.rows})
    for (const auto& row : *rows) {
      std::size_t taken = 0;
      for (const auto& cell : row) taken += columns_taken(cell);
      columns.resize(std::max(columns.size(), taken));
    }
  return columns;
}

/// Longest word and whole length of a cell, as far as widths of letters alone tell.
NaturalWidth natural_width_of(const TableCell& cell, double size, bool bold) {
  NaturalWidth natural;
  const auto text = plain_text(cell.text);
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find(' ', start), text.size());
    natural.least = std::max(natural.least, figure_text_width(std::string_view{text}.substr(start, end - start), size, bold));
    start = end + 1;
  }
  natural.full = figure_text_width(text, size, bold);
  natural.least += cell_room;
  natural.full += cell_room;
  return natural;
}

ColumnNeeds needs_of(const Table& table, std::size_t columns, double size) {
  ColumnNeeds needs(columns, {cell_room, cell_room});
  for (const auto* rows : {&table.header, &table.rows})
    for (const auto& row : *rows) {
      std::size_t column = 0;
      for (const auto& cell : row) {
        if (columns_taken(cell) == 1) {
          const auto natural = natural_width_of(cell, size, rows == &table.header || cell.row_header);
          needs[column].least = std::max(needs[column].least, natural.least);
          needs[column].full = std::max(needs[column].full, natural.full);
        }
        column += columns_taken(cell);
      }
    }
  return needs;
}

double sum_of_least(const ColumnNeeds& needs) {
  double least = 0;
  for (const auto& need : needs) least += need.least;
  return least;
}

const char* paragraph_style(bool heading, TableColumn::Align align) {
  switch (align) {
    case TableColumn::Align::centre: return heading ? "Table_20_heading_20_centred" : "Table_20_centred";
    case TableColumn::Align::right: return heading ? "Table_20_heading_20_right" : "Table_20_right";
    case TableColumn::Align::left: break;
  }
  return heading ? "Table_20_Heading" : "Table_20_Contents";
}

} // namespace

void OdtTables::open_table(const std::vector<double>& widths) {
  double whole = 0;
  for (const double width : widths) whole += width;
  xml_.open("table:table", {{"table:name", "Table" + std::to_string(++tables_)}, {"table:style-name", automatic_.table(whole, "left")}});
  for (const double width : widths) xml_.empty("table:table-column", {{"table:style-name", automatic_.column(width)}});
}

void OdtTables::write(const Table& table) {
  const auto columns = all_columns(table);
  if (columns.empty() || (table.header.empty() && table.rows.empty())) return;
  if (!table.caption.empty()) inlines_.paragraph("Table_20_caption", table.caption);
  auto needs = needs_of(table, columns.size(), style_.table_size);
  const double paddings = cell_room * static_cast<double>(columns.size()), least = sum_of_least(needs);
  if (least > style_.text_width()) {
    scale_ = std::clamp((style_.text_width() - paddings) / std::max(1.0, least - paddings), smallest_scale, 1.0);
    needs = needs_of(table, columns.size(), style_.table_size * scale_);
  }
  open_table(column_widths(columns, needs, style_.text_width()));
  if (!table.header.empty()) xml_.open("table:table-header-rows");
  for (const auto& row : table.header) write_row(row, columns, true);
  if (!table.header.empty()) xml_.close();
  for (const auto& row : table.rows) write_row(row, columns, false);
  if (table.rows.empty()) write_row({}, columns, false); // a table has at least one row that is no header
  xml_.close();
  scale_ = 1;
  inlines_.paragraph("After_20_table", {});
}

void OdtTables::write_row(const std::vector<TableCell>& row, const std::vector<TableColumn>& columns, bool header) {
  xml_.open("table:table-row", {{"table:style-name", automatic_.row(0, longest_text(row) > longest_kept_together)}});
  std::size_t column = 0;
  for (const auto& cell : row) {
    const auto spanned = std::min(columns_taken(cell), columns.size() - column);
    write_cell(cell, spanned, columns[column].align, header);
    column += spanned;
  }
  for (; column < columns.size(); ++column) write_cell({}, 1, TableColumn::Align::left, header);
  xml_.close();
}

void OdtTables::write_cell(const TableCell& cell, std::size_t spanned, TableColumn::Align align, bool header) {
  const auto fill = cell.fill ? colour_code(*cell.fill) : header ? colour_code(style_.pale) : "";
  const auto style = automatic_.cell("0.5pt solid " + colour_code(style_.line), fill, cell_padding);
  xml_.open("table:table-cell",
            {{"table:style-name", style}, {"office:value-type", "string"}, {"table:number-columns-spanned", spanned > 1 ? std::to_string(spanned) : ""}});
  const bool reversed = cell.fill && ink_on(*cell.fill) == paper_white;
  const OdtAutomaticStyles::Variation variation{
      .ink = reversed ? std::optional{paper_white} : std::nullopt, .size = scale_ < 1 ? style_.table_size * scale_ : 0, .hyphenated = scale_ <= smallest_scale};
  inlines_.paragraph(automatic_.varied(paragraph_style(header || cell.row_header, align), variation), cell.text);
  xml_.close();
  for (std::size_t i = 1; i < spanned; ++i) xml_.empty("table:covered-table-cell");
}

void OdtTables::write(const FormField& field) {
  const double leading = style_.body_size * style_.line_height;
  inlines_.paragraph("Form_20_label", {{.text = field.label}});
  open_table({style_.text_width()});
  xml_.open("table:table-row", {{"table:style-name", automatic_.row(std::max(1, field.lines) * leading + 8)}});
  xml_.open("table:table-cell",
            {{"table:style-name", automatic_.cell("0.6pt solid " + colour_code(style_.line), "", cell_padding)}, {"office:value-type", "string"}});
  inlines_.open_paragraph("Form_20_value");
  inlines_.write_text(field.value);
  inlines_.close();
  xml_.close();
  xml_.close();
  xml_.close();
  inlines_.paragraph("After_20_table", {});
}

void OdtTables::write_cover_lines(const std::vector<std::pair<std::string, std::string>>& lines) {
  if (lines.empty()) return;
  const double width = style_.text_width();
  open_table({width * 0.3, width * 0.7});
  for (const auto& [label, value] : lines) {
    xml_.open("table:table-row", {{"table:style-name", automatic_.row(20)}});
    for (const auto* text : {&label, &value}) {
      xml_.open("table:table-cell", {{"table:style-name", automatic_.cell("none", "", 3)}, {"office:value-type", "string"}});
      inlines_.open_paragraph(text == &label ? "Cover_20_label" : "Cover_20_value");
      inlines_.write_text(*text);
      inlines_.close();
      xml_.close();
    }
    xml_.close();
  }
  xml_.close();
}

} // namespace hdskit::page
