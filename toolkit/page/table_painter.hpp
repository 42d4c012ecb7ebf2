#pragma once

#include "toolkit/page/pagination.hpp"
#include "toolkit/page/text_painter.hpp"

namespace hdskit::page {

/// Draws the rows of a table that stand on one page, its top left corner at `x`, `y`. A header that comes again is an artifact.
void paint_table(ContentStream& stream, TextPainter& text, const TableBox& table, const Fragment& fragment, double x, double y, double width,
                 const Style& style);

} // namespace hdskit::page
