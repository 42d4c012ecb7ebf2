#pragma once

#include "toolkit/page/odt_automatic_styles.hpp"
#include "toolkit/page/odt_inlines.hpp"
#include "toolkit/page/style.hpp"

namespace hdskit::page {

/// Writes tables and what is drawn with them: forms, the lines of the cover.
class OdtTables {
public:
  OdtTables(XmlWriter& xml, OdtInlines& inlines, OdtAutomaticStyles& automatic, const Style& style)
      : xml_{xml}, inlines_{inlines}, automatic_{automatic}, style_{style} {}

  void write(const Table& table);
  void write(const FormField& field);
  void write_cover_lines(const std::vector<std::pair<std::string, std::string>>& lines);

private:
  void open_table(const std::vector<double>& widths);
  void write_row(const std::vector<TableCell>& row, const std::vector<TableColumn>& columns, bool header);
  void write_cell(const TableCell& cell, std::size_t spanned, TableColumn::Align align, bool header);

  XmlWriter& xml_;
  OdtInlines& inlines_;
  OdtAutomaticStyles& automatic_;
  const Style& style_;
  int tables_ = 0;
  double scale_ = 1; ///< of the text in the table at hand
};

} // namespace hdskit::page
