#include "toolkit/page/figures.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/fenced_block.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::page {
namespace {

constexpr std::size_t most_rows = 10, most_columns = 10;
constexpr int most_levels = 9, least_levels = 4; // a scale of four is the custom; a matrix that shows three of them keeps their colours
constexpr double text_size = 8, padding = 4, corner = 11;

int levels_of(const MatrixSpec& spec) {
  int levels = least_levels;
  for (const auto& row : spec.levels)
    for (const int level : row) levels = std::max(levels, level);
  return levels;
}

class MatrixDrawing {
public:
  MatrixDrawing(const MatrixSpec& spec, double width) : spec_{spec}, levels_{levels_of(spec)} {
    double label = 0;
    for (const auto& row : spec.rows) label = std::max(label, figure_text_width(row, text_size, true));
    left_ = axis_width + std::min(label, width * 0.22) + 2 * padding;
    cell_width_ = (width - left_) / static_cast<double>(spec.columns.size());
    drawing_.width = width;
  }

  Drawing draw() {
    double y = 0;
    for (std::size_t row = spec_.rows.size(); row-- > 0;) y += draw_row(row, y);
    draw_column_titles(y);
    draw_axis_titles(y);
    return std::move(drawing_);
  }

private:
  double draw_row(std::size_t row, double top) {
    const double label_width = left_ - axis_width - 2 * padding;
    const auto label = fitted_text(spec_.rows[row], label_width, text_size, true, 3);
    std::vector<FittedText> texts;
    double height = std::max(34.0, label.height() + 2 * padding);
    for (const auto& cell : spec_.cells[row]) {
      texts.push_back(fitted_text(cell, cell_width_ - 2 * padding, text_size, false, 6));
      height = std::max(height, texts.back().height() + corner + 2 * padding);
    }
    draw_text(drawing_.shapes, label, left_ - padding, top + (height - label.height()) / 2, Label::Align::end, true, figure_style().ink);
    for (std::size_t column = 0; column < texts.size(); ++column)
      draw_cell(spec_.levels[row][column], texts[column], left_ + cell_width_ * static_cast<double>(column), top, height);
    return height;
  }

  void draw_cell(int level, const FittedText& text, double x, double top, double height) {
    const auto fill = level_colour(level, levels_);
    const auto ink = ink_on(fill);
    drawing_.shapes.push_back(Box{.x = x, .y = top, .width = cell_width_, .height = height, .fill = fill, .line = paper_white, .line_width = 1.2});
    drawing_.shapes.push_back(Label{.x = x + padding, .y = top + 9, .size = 7, .text = std::to_string(level), .bold = true, .colour = ink});
    draw_text(drawing_.shapes, text, x + cell_width_ / 2, top + corner + (height - corner - text.height()) / 2, Label::Align::middle, false, ink);
  }

  void draw_column_titles(double& y) {
    y += 3;
    double tallest = 0;
    for (std::size_t column = 0; column < spec_.columns.size(); ++column) {
      const auto title = fitted_text(spec_.columns[column], cell_width_ - padding, text_size, true, 3);
      draw_text(drawing_.shapes, title, left_ + cell_width_ * (static_cast<double>(column) + 0.5), y, Label::Align::middle, true, figure_style().ink);
      tallest = std::max(tallest, title.height());
    }
    y += tallest + 3;
  }

  void draw_axis_titles(double bottom) {
    const auto accent = figure_style().accent;
    const auto across = fitted_text(spec_.horizontal, drawing_.width - left_, text_size + 0.5, true, 1);
    draw_text(drawing_.shapes, across, left_ + (drawing_.width - left_) / 2, bottom, Label::Align::middle, true, accent);
    drawing_.height = bottom + across.height() + 2;
    const auto upwards = fitted_text(spec_.vertical, bottom, text_size + 0.5, true, 1);
    if (!upwards.lines.empty())
      drawing_.shapes.push_back(Label{.x = upwards.size,
                                      .y = bottom / 2,
                                      .size = upwards.size,
                                      .text = upwards.lines[0],
                                      .align = Label::Align::middle,
                                      .bold = true,
                                      .colour = accent,
                                      .rotation = 90});
  }

  static constexpr double axis_width = 14;
  const MatrixSpec& spec_;
  int levels_;
  double left_ = 0, cell_width_ = 0;
  Drawing drawing_;
};

/// Everything that the figure shows, row by row from the top.
std::string alternative_of(const MatrixSpec& spec) {
  const LanguageScope language{Language::french}; // read aloud in a French file, whoever builds it
  auto text = tr("Matrix: “{1}” from bottom to top, “{2}” from left to right.", {spec.vertical, spec.horizontal});
  for (std::size_t row = spec.rows.size(); row-- > 0;)
    for (std::size_t column = 0; column < spec.columns.size(); ++column) {
      const auto level = std::to_string(spec.levels[row][column]);
      const auto& cell = spec.cells[row][column];
      text += " " + (cell.empty() ? tr("{1} and {2}: level {3}.", {spec.rows[row], spec.columns[column], level})
                                  : tr("{1} and {2}: level {3}, {4}.", {spec.rows[row], spec.columns[column], level, cell}));
    }
  return text;
}

class MatrixReader {
public:
  MatrixReader(const std::string& name, int line) : source_{.name = name, .first_line = line} {}

  MatrixSpec read(std::string_view text) {
    int line = 1;
    for (const auto written : lines_of(text)) {
      ++line;
      if (!trimmed(written).empty()) take(trimmed(written), line);
    }
    if (spec_.horizontal.empty() || spec_.vertical.empty() || spec_.columns.empty() || spec_.rows.empty())
      source_.fail(1, tr("The matrix lacks one of its parts."),
                   tr("It needs “horizontal: …”, “vertical: …”, “columns: … | …” and a line for each row: “Label | 3 R1 | 4 R2”."));
    // Written as it is seen, from the top; kept as a scale grows, from the bottom.
    std::reverse(spec_.rows.begin(), spec_.rows.end());
    std::reverse(spec_.levels.begin(), spec_.levels.end());
    std::reverse(spec_.cells.begin(), spec_.cells.end());
    return std::move(spec_);
  }

private:
  void take(std::string_view written, int line) {
    if (take_key(written, "horizontal:", spec_.horizontal) || take_key(written, "vertical:", spec_.vertical)) return;
    constexpr std::string_view columns = "columns:";
    if (written.starts_with(columns)) {
      spec_.columns = fenced_cells(written.substr(columns.size()));
      if (spec_.columns.size() > most_columns)
        source_.fail(line, tr("A matrix has at most {1} columns.", {std::to_string(most_columns)}), tr("Join some of them."));
      return;
    }
    if (spec_.columns.empty())
      source_.fail(line, tr("“{1}” comes before the columns are known.", {written}), tr("Write the line “columns: … | …” before the rows."));
    take_row(fenced_cells(written), line);
  }

  static bool take_key(std::string_view written, std::string_view key, std::string& value) {
    if (!written.starts_with(key)) return false;
    value = joined(fenced_cells(written.substr(key.size())), " ");
    return true;
  }

  void take_row(const std::vector<std::string>& cells, int line) {
    if (cells.size() != spec_.columns.size() + 1)
      source_.fail(line, tr("The row “{1}” has {2} cells for {3} columns.", {cells[0], std::to_string(cells.size() - 1), std::to_string(spec_.columns.size())}),
                   tr("Part the label and the cells with “|”; each cell starts with its level."));
    if (spec_.rows.size() == most_rows) source_.fail(line, tr("A matrix has at most {1} rows.", {std::to_string(most_rows)}), tr("Join some of them."));
    spec_.rows.push_back(cells[0]);
    spec_.levels.emplace_back();
    spec_.cells.emplace_back();
    for (std::size_t i = 1; i < cells.size(); ++i) {
      int level = 0;
      const auto* end = cells[i].data() + cells[i].size();
      const auto [at, error] = std::from_chars(cells[i].data(), end, level);
      if (error != std::errc{} || level < 1 || level > most_levels || (at != end && *at != ' '))
        source_.fail(line, tr("The cell “{1}” does not start with its level.", {cells[i]}),
                     tr("Write a number from 1 to {1}, a space, then what stands in the cell.", {std::to_string(most_levels)}));
      spec_.levels.back().push_back(level);
      spec_.cells.back().emplace_back(trimmed(std::string_view{at, static_cast<std::size_t>(end - at)}));
    }
  }

  MarkdownSource source_;
  MatrixSpec spec_;
};

} // namespace

Drawing draw_matrix(const MatrixSpec& spec, double width) { return MatrixDrawing{spec, width}.draw(); }

Figure read_matrix(std::string_view text, const std::string& name, int line) {
  const auto spec = MatrixReader{name, line}.read(text);
  return {draw_matrix(spec, figure_style().text_width()), alternative_of(spec), {}};
}

} // namespace hdskit::page
