#pragma once

#include "toolkit/page/document.hpp"

#include <string>
#include <string_view>

namespace hdskit::page {

/// A heat map: gravity upwards, likelihood to the right, coloured cells with what stands in them.
struct MatrixSpec {
  std::string horizontal, vertical;            ///< titles of the axes
  std::vector<std::string> columns, rows;      ///< rows from bottom to top
  std::vector<std::vector<int>> levels;        ///< [row][column], from 1; colour and symbol, never colour alone
  std::vector<std::vector<std::string>> cells; ///< [row][column]: "R1, R4"
};
Drawing draw_matrix(const MatrixSpec& spec, double width);

/// Horizontal bars with their values.
struct ChartSpec {
  std::string unit;
  std::vector<std::pair<std::string, double>> bars;
  std::vector<std::string> texts = {}; ///< beside the bars instead of their values; empty, or one for each
};
Drawing draw_chart(const ChartSpec& spec, double width);

/// An organisation chart: indented lines, two spaces a level; "Name | second line"; "\|" is the sign itself. Never wider than `width`, at least 120.
/// Throws Problem bad_input: no line, more than one without indentation, a level left out, more than 80 boxes or 7 levels.
Drawing draw_tree(std::string_view lines, double width);

// How they are written stands in docs/guide/templates.md. Each gets an alternative text that says everything the figure shows.
/// The blocks ```matrix, ```chart, ```tree of Markdown. Throws Problem bad_input naming `name` and line `line`.
Figure read_matrix(std::string_view text, const std::string& name, int line);
Figure read_chart(std::string_view text, const std::string& name, int line);
Figure read_tree(std::string_view text, const std::string& name, int line);

/// SVG 1.1, the letters as text in Liberation Sans.
std::string svg_of(const Drawing& drawing);

} // namespace hdskit::page
