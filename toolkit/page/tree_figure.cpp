#include "toolkit/page/figures.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"
#include "toolkit/page/markdown_source.hpp"
#include "toolkit/page/tree_lines.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {
namespace {

constexpr double widest_box = 124, narrowest_box = 40, padding = 4, gap = 10, rise = 18, indent = 16, list_gap = 6;
constexpr double name_size = 8, second_size = 7;
constexpr double tallest = 620;      // fits on a page under a heading and over a caption
constexpr double least_scale = 0.62; // letters of 4 points: below that nobody reads them

/// A box with its place. The children stand side by side under it when they fit, else one below the other at elbows, in as many columns as fit.
struct PlacedBox {
  FittedText name, second;
  double width = 0, height = 0;             ///< of the box itself
  double x = 0, y = 0;                      ///< from the left and top of the whole figure, once placed
  double left = 0;                          ///< of everything below it
  double whole_width = 0, whole_height = 0; ///< with everything below it
  std::size_t columns = 1, rows = 1;        ///< of children; one row: side by side
  bool side_by_side() const { return rows == 1 && !children.empty(); }
  bool from_centre() const { return columns > 1 || side_by_side(); } ///< the line leaves the box in its middle; a single column hangs at its left
  std::vector<PlacedBox> children;
};

PlacedBox measured(const TreeNode& node, double box_width) {
  PlacedBox box{.name = fitted_text(node.name, box_width - 2 * padding, name_size, true, 2),
                .second = fitted_text(node.second, box_width - 2 * padding, second_size, false, 2),
                .width = box_width};
  box.height = box.name.height() + box.second.height() + 2 * padding;
  for (const auto& child : node.children) box.children.push_back(measured(child, box_width));
  return box;
}

/// As a list all the way down: the least width.
double narrow_width(const PlacedBox& box) {
  double below = 0;
  for (const auto& child : box.children) below = std::max(below, indent + narrow_width(child));
  return std::max(box.width, below);
}

struct Column {
  std::size_t first = 0, end = 0;
  double width = 0, height = 0;
};

std::vector<Column> columns_of(const PlacedBox& box) {
  std::vector<Column> columns;
  for (std::size_t first = 0; first < box.children.size(); first += box.rows) {
    Column column{.first = first, .end = std::min(first + box.rows, box.children.size())};
    for (std::size_t i = column.first; i < column.end; ++i) {
      const auto& child = box.children[i];
      column.width = std::max(column.width, child.whole_width + (box.side_by_side() ? 0 : indent));
      column.height += child.whole_height + (i > column.first ? list_gap : 0);
    }
    columns.push_back(column);
  }
  return columns;
}

/// The size of the box with all below it, once its children know theirs.
void sum_up(PlacedBox& box) {
  double row = -gap, highest = 0;
  for (const auto& column : columns_of(box)) {
    row += column.width + gap;
    highest = std::max(highest, column.height);
  }
  box.whole_width = std::max(box.width, row);
  box.whole_height = box.height + (box.from_centre() ? rise : list_gap) + highest;
}

/// Gives each child a share of the room: side by side its least and what others leave, in columns an equal part.
void arrange(PlacedBox& box, double room) {
  if (box.children.empty()) {
    box.whole_width = box.width;
    box.whole_height = box.height;
    return;
  }
  double narrow = -gap, widest_child = 0;
  for (const auto& child : box.children) {
    narrow += narrow_width(child) + gap;
    widest_child = std::max(widest_child, narrow_width(child));
  }
  const auto count = box.children.size();
  if (narrow <= room) {
    box.columns = count;
  } else {
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((room + gap) / (indent + widest_child + gap))));
    box.columns = std::min(fit, (count + 1) / 2);
    box.rows = (count + box.columns - 1) / box.columns;
    box.columns = (count + box.rows - 1) / box.rows;
  }
  double spare = room - narrow;
  const double column_room = (room - gap * static_cast<double>(box.columns - 1)) / static_cast<double>(box.columns) - indent;
  for (auto& child : box.children) {
    const double least = narrow_width(child);
    arrange(child, box.side_by_side() ? least + spare : column_room);
    spare -= child.whole_width - least;
  }
  sum_up(box);
}

void place(PlacedBox& box, double left, double top) {
  box.x = box.left = left;
  box.y = top;
  if (box.children.empty()) return;
  const auto columns = columns_of(box);
  double row = -gap;
  for (const auto& column : columns) row += column.width + gap;
  double x = left + (box.from_centre() ? (box.whole_width - row) / 2 : 0);
  for (const auto& column : columns) {
    double y = top + box.height + (box.from_centre() ? rise : list_gap);
    for (std::size_t i = column.first; i < column.end; ++i) {
      place(box.children[i], x + (box.side_by_side() ? 0 : indent), y);
      y += box.children[i].whole_height + list_gap;
    }
    x += column.width + gap;
  }
  if (!box.from_centre()) return;
  // A parent over the middle of its row, whatever hangs below its first and last child.
  const auto &first = box.children[columns.front().first], &last = box.children[columns.back().first];
  box.x = std::clamp((first.x + last.x + last.width - box.width) / 2, left, left + box.whole_width - box.width);
}

void draw_lines(const PlacedBox& box, std::vector<Shape>& shapes) {
  const auto line = [&](std::vector<std::pair<double, double>> points) {
    shapes.push_back(Polyline{.points = std::move(points), .line = figure_style().line, .line_width = 0.9});
  };
  const double foot = box.y + box.height, centre = box.x + box.width / 2, turn = foot + rise / 2;
  for (std::size_t i = 0; i < box.children.size(); ++i) {
    const auto& child = box.children[i];
    draw_lines(child, shapes);
    const auto& head = box.children[i - i % box.rows]; // of its column
    const double middle = child.x + child.width / 2, reach = child.y + child.height / 2;
    const double stem = (box.from_centre() ? head.left - indent : box.x) + indent / 2;
    if (box.side_by_side() && std::abs(centre - middle) < 0.01) line({{centre, foot}, {middle, child.y}});
    else if (box.side_by_side()) line({{centre, foot}, {centre, turn}, {middle, turn}, {middle, child.y}});
    else if (box.from_centre()) line({{centre, foot}, {centre, turn}, {stem, turn}, {stem, reach}, {child.x, reach}});
    else line({{stem, foot}, {stem, reach}, {child.x, reach}});
  }
}

void draw_boxes(const PlacedBox& box, bool root, std::vector<Shape>& shapes) {
  const auto& style = figure_style();
  const auto fill = root ? style.accent : style.pale;
  shapes.push_back(Box{.x = box.x, .y = box.y, .width = box.width, .height = box.height, .radius = 2, .fill = fill, .line = root ? style.accent : style.line});
  const auto ink = ink_on(fill);
  draw_text(shapes, box.name, box.x + box.width / 2, box.y + padding, Label::Align::middle, true, ink);
  draw_text(shapes, box.second, box.x + box.width / 2, box.y + padding + box.name.height(), Label::Align::middle, false, ink);
  for (const auto& child : box.children) draw_boxes(child, false, shapes);
}

struct Scale {
  double factor;
  void operator()(Box& box) const {
    for (auto* length : {&box.x, &box.y, &box.width, &box.height, &box.radius, &box.line_width}) *length *= factor;
  }
  void operator()(Circle& circle) const {
    for (auto* length : {&circle.x, &circle.y, &circle.radius, &circle.line_width}) *length *= factor;
  }
  void operator()(Label& label) const {
    for (auto* length : {&label.x, &label.y, &label.size}) *length *= factor;
  }
  void operator()(Polyline& line) const {
    for (auto& [x, y] : line.points) {
      x *= factor;
      y *= factor;
    }
    line.line_width *= factor;
  }
};

Drawing draw(const TreeNode& root, double width, const MarkdownSource& source) {
  const double box_width = std::clamp(width - indent * (tree_depth(root) - 1), narrowest_box, widest_box);
  auto box = measured(root, box_width);
  arrange(box, width);
  place(box, 0, 1);
  Drawing drawing{.width = box.whole_width, .height = box.whole_height + 2};
  draw_lines(box, drawing.shapes);
  draw_boxes(box, true, drawing.shapes);
  if (drawing.height <= tallest) return drawing;
  const Scale scale{tallest / drawing.height};
  if (scale.factor < least_scale) source.fail(1, tr("The tree is too tall for a page."), tr("Part it into several figures."));
  for (auto& shape : drawing.shapes) std::visit(scale, shape);
  drawing.width *= scale.factor;
  drawing.height = tallest;
  return drawing;
}

std::string full_name(const TreeNode& node) { return node.second.empty() ? node.name : node.name + " (" + node.second + ")"; }

void describe(const TreeNode& node, std::string& text) {
  if (node.children.empty()) return;
  std::vector<std::string> names;
  for (const auto& child : node.children) names.push_back(full_name(child));
  text += " " + tr("Below {1}: {2}.", {full_name(node), joined(names, ", ")});
  for (const auto& child : node.children) describe(child, text);
}

} // namespace

Drawing draw_tree(std::string_view lines, double width) { return draw(read_tree_lines(lines, tr("tree"), 0), width, {.name = tr("tree")}); }

Figure read_tree(std::string_view text, const std::string& name, int line) {
  const auto root = read_tree_lines(text, name, line);
  auto drawing = draw(root, figure_style().text_width(), {.name = name, .first_line = line});
  const LanguageScope language{Language::french}; // read aloud in a French file, whoever builds it
  auto alternative = tr("Organisation chart, at its head {1}.", {full_name(root)});
  describe(root, alternative);
  return {std::move(drawing), alternative, {}};
}

} // namespace hdskit::page
