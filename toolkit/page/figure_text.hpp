#pragma once

#include "toolkit/page/drawing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::page {

/// How wide `text` will stand in Liberation Sans (whose widths are those of Arial and Helvetica), in points. Never less than it is:
/// characters outside the table count as wide ones.
double figure_text_width(std::string_view text, double size, bool bold = false);

/// `text` on at most `most_lines` lines of `width`; what is too much ends in "…". A word too long for a line is cut.
std::vector<std::string> figure_lines(std::string_view text, double width, double size, bool bold, std::size_t most_lines);

/// Lines of text one below the other, as large as fits between `size` and 80 % of it.
struct FittedText {
  std::vector<std::string> lines;
  double size = 8;
  double height() const { return static_cast<double>(lines.size()) * size * 1.22; }
};
FittedText fitted_text(std::string_view text, double width, double size, bool bold, std::size_t most_lines);

/// Adds the lines to `shapes`, `x` being their left, middle or right end, `top` the upper edge of the first.
void draw_text(std::vector<Shape>& shapes, const FittedText& text, double x, double top, Label::Align align, bool bold, Colour colour);

} // namespace hdskit::page
