#pragma once

#include "toolkit/page/set_block.hpp"
#include "toolkit/page/text_painter.hpp"

namespace hdskit::page {

/// Draws a figure's shapes with the top left corner at `x`, `y`.
void paint_drawing(ContentStream& stream, TextPainter& text, const FigureBox& figure, double x, double y, double page_height);

} // namespace hdskit::page
