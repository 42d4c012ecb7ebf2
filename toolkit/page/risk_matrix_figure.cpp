#include "toolkit/page/mapped_drawing.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"
#include "toolkit/page/mapped_shapes.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {
namespace {

using Bubble = RiskMatrixSpec::Bubble;

constexpr std::size_t most_steps = 10; // of an axis
constexpr double text_size = 8, title_size = 10, key_size = 7;
constexpr double padding = 2.5, between = 1.6, corner = 10.5; // points; the corner holds the number of the class
constexpr double least_radius = 7.5, most_radius = 15, axis_width = 14, least_height = 38;

void check(const RiskMatrixSpec& spec) {
  const auto fits = [&](const auto& table, bool may_lack) {
    if (may_lack && table.empty()) return true;
    return table.size() == spec.rows.size() && std::all_of(table.begin(), table.end(), [&](const auto& row) { return row.size() == spec.columns.size(); });
  };
  const auto known = [&](const std::vector<int>& row) {
    return std::all_of(row.begin(), row.end(), [&](int level) { return level >= 1 && static_cast<std::size_t>(level) <= spec.class_names.size(); });
  };
  const bool sized = !spec.rows.empty() && spec.rows.size() <= most_steps && !spec.columns.empty() && spec.columns.size() <= most_steps;
  if (sized && fits(spec.classes, false) && fits(spec.bubbles, true) && fits(spec.more, true) && std::all_of(spec.classes.begin(), spec.classes.end(), known))
    return;
  throw Problem{ProblemKind::bad_input, spec.title, tr("The matrix of risks “{1}” does not fit together.", {spec.title}),
                tr("It needs 1 to 10 rows and columns, and for each of its cells a class that has a name.")};
}

/// How many lines of bubbles a cell may hold: a figure of four rows stays on a page.
std::size_t most_lines(std::size_t per_line) { return per_line <= 2 ? 6 : 5; }

/// Texts that stand beside each other, in one size.
std::vector<FittedText> alike(const std::vector<std::string>& texts, double width, double size) {
  std::vector<FittedText> fitted;
  double least = size;
  for (const auto& text : texts) least = std::min(least, fitted_text(text, width, size, true, 3).size);
  for (const auto& text : texts) fitted.push_back({figure_lines(text, width, least, true, 3), least});
  return fitted;
}

std::string key_in(const std::string& key, double radius) {
  const auto lines = figure_lines(key, 2 * radius - 3, key_size, true, 1);
  return lines.empty() ? key : lines[0];
}

/// What one cell shows, and what of it finds no room.
struct CellContent {
  std::vector<const Bubble*> shown;
  std::size_t hidden = 0, per_line = 1, lines = 0;
};

class RiskMatrixDrawing {
public:
  /// `labels`: whether the names of the rows stand at its left.
  RiskMatrixDrawing(const RiskMatrixSpec& spec, bool labels) : spec_{spec}, labels_{labels} {
    double widest = 0;
    for (const auto& row : spec.bubbles)
      for (const auto& cell : row)
        for (std::size_t i = 0; i < std::min(cell.size(), most_bubbles_shown); ++i) widest = std::max(widest, figure_text_width(cell[i].key, key_size, true));
    radius_ = std::clamp(widest / 2 + 2, least_radius, most_radius);
  }

  /// Room at the left of the cells.
  double left(double width) const {
    if (!labels_) return 0;
    double label = 0, word = 0;
    for (const auto& row : spec_.rows) {
      label = std::max(label, figure_text_width(row, text_size, true));
      for (const auto& part : split(row, ' ')) word = std::max(word, figure_text_width(part, text_size, true));
    }
    const double share = std::clamp(width * 0.2, 36.0, 130.0);
    return axis_width + std::min(label, std::max(share, std::min(word + 0.5, 72.0))) + 6;
  }
  double least_cell() const { return 2 * radius_ + 2 * padding; }

  void set_widths(double left, double cell) {
    left_ = left;
    cell_width_ = cell;
    row_labels_ = labels_ ? alike(spec_.rows, left_ - axis_width - 6, text_size) : std::vector<FittedText>(spec_.rows.size());
    content_.assign(spec_.rows.size(), {});
    for (std::size_t row = 0; row < spec_.rows.size(); ++row)
      for (std::size_t column = 0; column < spec_.columns.size(); ++column) content_[row].push_back(content_of(row, column));
  }
  double width() const { return left_ + cell_width_ * static_cast<double>(spec_.columns.size()); }

  /// Upwards, as the rows are given.
  std::vector<double> row_heights() const {
    std::vector<double> heights;
    for (std::size_t row = 0; row < spec_.rows.size(); ++row) {
      double height = std::max({least_height, std::min(cell_width_ * 0.6, 64.0), row_labels_[row].height() + 2 * padding});
      for (const auto& cell : content_[row])
        if (cell.lines > 0) height = std::max(height, corner + static_cast<double>(cell.lines) * pitch() - between + 2 * padding);
      heights.push_back(height);
    }
    return heights;
  }

  MappedDrawing draw(const std::vector<double>& heights, double title_height) {
    result_.drawing.width = width();
    result_.alternative = spec_.title.empty() ? "" : spec_.title + ".";
    if (!spec_.title.empty()) draw_text(shapes(), title(), left_, 0, Label::Align::start, true, figure_style().accent);
    double y = title_height;
    for (std::size_t row = spec_.rows.size(); row-- > 0;) {
      draw_row(row, y, heights[row]);
      y += heights[row];
    }
    draw_axes(title_height, y);
    return std::move(result_);
  }

  double title_height() const { return spec_.title.empty() ? 0 : title().height() + 4; }

private:
  std::vector<Shape>& shapes() { return result_.drawing.shapes; }
  double pitch() const { return 2 * radius_ + between; }
  FittedText title() const { return fitted_text(spec_.title, width() - left_, title_size, true, 2); }

  static std::string hidden_text(std::size_t hidden) { return "+\u00A0" + french_number(static_cast<std::int64_t>(hidden)); }
  /// How many places of bubbles the "+ 12" takes.
  std::size_t places_of(std::size_t hidden, std::size_t per_line) const {
    const double wide = std::max(2 * radius_, figure_text_width(hidden_text(hidden), key_size, true) + 7);
    return std::min(per_line, static_cast<std::size_t>(std::ceil((wide + between) / pitch() - 1e-9)));
  }

  CellContent content_of(std::size_t row, std::size_t column) const {
    CellContent content;
    static const std::vector<Bubble> none;
    const auto& bubbles = spec_.bubbles.empty() ? none : spec_.bubbles[row][column];
    const auto all = bubbles.size() + (spec_.more.empty() ? 0 : spec_.more[row][column]);
    if (all == 0) return content;
    content.per_line = std::max<std::size_t>(1, static_cast<std::size_t>((cell_width_ - 2 * padding + between + 1e-9) / pitch()));
    const auto room = std::min(content.per_line * most_lines(content.per_line), most_bubbles_shown);
    auto shown = bubbles.size();
    std::size_t places = shown;
    if (all > bubbles.size() || all > room) {
      const auto rest = places_of(all, content.per_line);
      shown = std::min(shown, room - std::min(room, rest));
      places = shown + rest;
    }
    for (std::size_t i = 0; i < shown; ++i) content.shown.push_back(&bubbles[i]);
    // The chosen one is seen wherever it stands in the list.
    const auto marked = std::find_if(bubbles.begin(), bubbles.end(), [](const Bubble& bubble) { return bubble.marked; });
    if (shown > 0 && marked != bubbles.end() && static_cast<std::size_t>(marked - bubbles.begin()) >= shown) content.shown.back() = &*marked;
    content.hidden = all - shown;
    content.lines = (places + content.per_line - 1) / content.per_line;
    if (content.hidden == 0) content.per_line = (places + content.lines - 1) / content.lines; // four bubbles make two lines of two, not three and one
    return content;
  }

  void draw_row(std::size_t row, double top, double height) {
    const auto& label = row_labels_[row];
    draw_text(shapes(), label, left_ - 6, top + (height - label.height()) / 2, Label::Align::end, true, figure_style().ink);
    for (std::size_t column = 0; column < spec_.columns.size(); ++column)
      draw_cell(row, column, left_ + cell_width_ * static_cast<double>(column), top, height);
  }

  void draw_cell(std::size_t row, std::size_t column, double x, double top, double height) {
    const int level = spec_.classes[row][column];
    const auto fill = level_colour(level, static_cast<int>(spec_.class_names.size()));
    const auto& content = content_[row][column];
    shapes().push_back(Box{.x = x, .y = top, .width = cell_width_, .height = height, .fill = fill, .line = paper_white, .line_width = 1.4});
    shapes().push_back(Label{.x = x + 4, .y = top + 9, .size = key_size, .text = std::to_string(level), .bold = true, .colour = ink_on(fill)});
    auto name = name_of(row, column, content);
    result_.alternative += (result_.alternative.empty() ? "" : " ") + name;
    result_.regions.push_back({x, top, cell_width_, height, std::to_string(row) + "/" + std::to_string(column), std::move(name)});
    if (content.lines > 0) draw_bubbles(content, x, top, height);
  }

  void draw_bubbles(const CellContent& content, double cell, double top, double height) {
    const double block = static_cast<double>(content.lines) * pitch() - between, line = static_cast<double>(content.per_line) * pitch() - between;
    const double left = cell + (cell_width_ - line) / 2, first = top + corner + (height - corner - block) / 2 - 1;
    for (std::size_t i = 0; i < content.shown.size(); ++i)
      draw_bubble(*content.shown[i], left + static_cast<double>(i % content.per_line) * pitch() + radius_,
                  first + static_cast<double>(i / content.per_line) * pitch() + radius_);
    if (content.hidden == 0) return;
    const auto places = places_of(content.hidden, content.per_line);
    auto at = content.shown.size();
    if (at % content.per_line + places > content.per_line) at += content.per_line - at % content.per_line;
    const double room = static_cast<double>(places) * pitch() - between;
    const double wide = std::min(room, std::max(2 * radius_, figure_text_width(hidden_text(content.hidden), key_size, true) + 9));
    const double x = left + static_cast<double>(at % content.per_line) * pitch() + (room - wide) / 2,
                 y = first + static_cast<double>(at / content.per_line) * pitch();
    const auto& style = figure_style();
    shapes().push_back(Box{.x = x, .y = y, .width = wide, .height = 2 * radius_, .radius = radius_, .fill = style.ink, .line = paper_white, .line_width = 0.7});
    const auto text = fitted_text(hidden_text(content.hidden), wide - 3, key_size, true, 1);
    draw_text(shapes(), text, x + wide / 2, y + radius_ - text.size * 0.56, Label::Align::middle, true, paper_white);
  }

  void draw_bubble(const Bubble& bubble, double x, double y) {
    const auto& style = figure_style();
    if (bubble.marked) shapes().push_back(Circle{.x = x, .y = y, .radius = radius_ + 0.4, .fill = style.accent, .line = paper_white, .line_width = 2});
    else shapes().push_back(Circle{.x = x, .y = y, .radius = radius_, .fill = paper_white, .line = style.ink, .line_width = 0.6});
    shapes().push_back(Label{.x = x,
                             .y = y + key_size * 0.36,
                             .size = key_size,
                             .text = key_in(bubble.key, radius_),
                             .align = Label::Align::middle,
                             .bold = true,
                             .colour = bubble.marked ? paper_white : style.ink});
    result_.regions.push_back({x - radius_, y - radius_, 2 * radius_, 2 * radius_, bubble.key, bubble.name.empty() ? bubble.key : bubble.name});
  }

  std::string name_of(std::size_t row, std::size_t column, const CellContent& content) const {
    const auto level = spec_.classes[row][column];
    std::vector<std::string> keys;
    for (const auto* bubble : content.shown) keys.push_back(bubble->key);
    if (content.hidden > 0) keys.push_back(trn("{1} other", "{1} others", static_cast<std::int64_t>(content.hidden)));
    if (keys.empty()) keys.push_back(tr("no risk"));
    return tr("{1}: {2}; {3}: {4}; class {5}, {6}: {7}.", {spec_.vertical, spec_.rows[row], spec_.horizontal, spec_.columns[column], std::to_string(level),
                                                           spec_.class_names[static_cast<std::size_t>(level - 1)], joined(keys, ", ")});
  }

  void draw_axes(double top, double bottom) {
    const auto& style = figure_style();
    double tallest = 0;
    const auto texts = alike(spec_.columns, cell_width_ - 2, text_size);
    for (std::size_t column = 0; column < texts.size(); ++column) {
      const auto& text = texts[column];
      draw_text(shapes(), text, left_ + cell_width_ * (static_cast<double>(column) + 0.5), bottom + 3, Label::Align::middle, true, style.ink);
      tallest = std::max(tallest, text.height());
    }
    const auto across = fitted_text(spec_.horizontal, width() - left_, text_size + 0.5, true, 1);
    draw_text(shapes(), across, (left_ + width()) / 2, bottom + tallest + 5, Label::Align::middle, true, style.accent);
    result_.drawing.height = bottom + tallest + 5 + across.height() + 3;
    const auto upwards = labels_ ? fitted_text(spec_.vertical, bottom - top, text_size + 0.5, true, 1) : FittedText{};
    if (!upwards.lines.empty())
      shapes().push_back(Label{.x = upwards.size,
                               .y = (top + bottom) / 2,
                               .size = upwards.size,
                               .text = upwards.lines[0],
                               .align = Label::Align::middle,
                               .bold = true,
                               .colour = style.accent,
                               .rotation = 90});
  }

  const RiskMatrixSpec& spec_;
  bool labels_;
  double left_ = 0, cell_width_ = 0, radius_ = least_radius;
  std::vector<FittedText> row_labels_;
  std::vector<std::vector<CellContent>> content_;
  MappedDrawing result_;
};

/// Each class with its colour, its number and its name, from `left` on.
void add_legend(MappedDrawing& figure, const std::vector<std::string>& names, double left) {
  constexpr double swatch = 11, gap = 14;
  const auto& style = figure_style();
  auto& drawing = figure.drawing;
  double x = left, y = drawing.height + 5;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto text = figure_lines(names[i], drawing.width - left - swatch - 4, text_size, false, 1);
    const double wide = swatch + 4 + (text.empty() ? 0 : figure_text_width(text[0], text_size));
    if (x > left && x + wide > drawing.width) {
      x = left;
      y += swatch + 4;
    }
    const auto fill = level_colour(static_cast<int>(i) + 1, static_cast<int>(names.size()));
    drawing.shapes.push_back(Box{.x = x, .y = y, .width = swatch, .height = swatch, .radius = 2, .fill = fill});
    drawing.shapes.push_back(Label{
        .x = x + swatch / 2, .y = y + 8, .size = key_size, .text = std::to_string(i + 1), .align = Label::Align::middle, .bold = true, .colour = ink_on(fill)});
    if (!text.empty()) drawing.shapes.push_back(Label{.x = x + swatch + 4, .y = y + 8.5, .size = text_size, .text = text[0], .colour = style.ink});
    x += wide + gap;
  }
  drawing.height = y + swatch + 2;
}

/// Where the cells would be too narrow for a bubble the figure is drawn wider, then made as small as asked.
MappedDrawing at_most(MappedDrawing figure, double width) {
  return figure.drawing.width > width + 0.01 ? scaled(std::move(figure), width / figure.drawing.width) : figure;
}

} // namespace

MappedDrawing draw_risk_matrix(const RiskMatrixSpec& spec, double width) {
  check(spec);
  RiskMatrixDrawing matrix{spec, true};
  const double left = matrix.left(width);
  matrix.set_widths(left, std::max(matrix.least_cell(), (width - left) / static_cast<double>(spec.columns.size())));
  auto figure = matrix.draw(matrix.row_heights(), matrix.title_height());
  add_legend(figure, spec.class_names, left);
  return at_most(std::move(figure), width);
}

MappedDrawing draw_risk_matrices(const RiskMatrixSpec& left, const RiskMatrixSpec& right, double width, double gap) {
  check(left);
  check(right);
  const bool shared = left.rows == right.rows && left.vertical == right.vertical;
  RiskMatrixDrawing first{left, true}, second{right, !shared};
  const double room = first.left(width / 2), other_room = second.left(width / 2);
  const auto cells = static_cast<double>(left.columns.size() + right.columns.size());
  const double cell = std::max({first.least_cell(), second.least_cell(), (width - gap - room - other_room) / cells});
  first.set_widths(room, cell);
  second.set_widths(other_room, cell);
  auto heights = first.row_heights(), other_heights = second.row_heights();
  if (shared)
    for (std::size_t row = 0; row < heights.size(); ++row) heights[row] = other_heights[row] = std::max(heights[row], other_heights[row]);
  const double title = std::max(first.title_height(), second.title_height());
  auto both = side_by_side(first.draw(heights, title), second.draw(other_heights, title), gap);
  add_legend(both, left.class_names, room);
  return at_most(std::move(both), width);
}

} // namespace hdskit::page
