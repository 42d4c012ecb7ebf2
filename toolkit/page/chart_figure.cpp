#include "toolkit/page/figures.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/fenced_block.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace hdskit::page {
namespace {

constexpr std::size_t most_bars = 40;
constexpr double largest_value = 1e12;
constexpr double text_size = 8, bar_height = 11, gap = 5;

/// "1 234,5": at most two decimals, without trailing zeros.
std::string french_value(double value) {
  const auto hundredths = static_cast<std::int64_t>(std::llround(value * 100));
  auto text = french_number(hundredths / 100);
  auto decimals = std::to_string(100 + hundredths % 100).substr(1);
  while (decimals.ends_with('0')) decimals.pop_back();
  return decimals.empty() ? text : text + "," + decimals;
}

std::string value_with_unit(double value, const std::string& unit) { return unit.empty() ? french_value(value) : french_value(value) + "\u00A0" + unit; }

std::string text_of_bar(const ChartSpec& spec, std::size_t bar) {
  return bar < spec.texts.size() ? spec.texts[bar] : value_with_unit(spec.bars[bar].second, spec.unit);
}

std::optional<double> read_value(std::string text) {
  for (const auto* blank : {" ", "\u00A0", "\u202F"}) text = replaced(std::move(text), blank, "");
  text = replaced(std::move(text), ",", ".");
  double value = 0;
  const auto* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (error != std::errc{} || at != end || !(value >= 0 && value <= largest_value)) return {};
  return value;
}

std::string alternative_of(const ChartSpec& spec) {
  const LanguageScope language{Language::french}; // read aloud in a French file, whoever builds it
  auto text = tr("Bar chart.");
  for (const auto& [label, value] : spec.bars) text += " " + tr("{1}: {2}.", {label, value_with_unit(value, spec.unit)});
  return text;
}

} // namespace

Drawing draw_chart(const ChartSpec& spec, double width) {
  Drawing drawing{.width = width};
  const auto& style = figure_style();
  double labels = 0, values = 0, largest = 0;
  for (std::size_t i = 0; i < spec.bars.size(); ++i) {
    const auto& [label, value] = spec.bars[i];
    labels = std::max(labels, figure_text_width(label, text_size));
    values = std::max(values, figure_text_width(text_of_bar(spec, i), text_size, true));
    largest = std::max(largest, value);
  }
  const double left = std::min(labels, width * 0.38) + 6;
  const double longest = std::max(10.0, width - left - values - 6);
  double y = 2;
  for (std::size_t i = 0; i < spec.bars.size(); ++i) {
    const auto& [label, value] = spec.bars[i];
    const auto name = fitted_text(label, left - 6, text_size, false, 2);
    const double row = std::max(bar_height, name.height());
    const double bar = largest > 0 ? std::max(0.8, longest * value / largest) : 0.8;
    draw_text(drawing.shapes, name, left - 6, y + (row - name.height()) / 2, Label::Align::end, false, style.ink);
    drawing.shapes.push_back(Box{.x = left, .y = y + (row - bar_height) / 2, .width = bar, .height = bar_height, .fill = style.accent});
    drawing.shapes.push_back(
        Label{.x = left + bar + 4, .y = y + row / 2 + text_size * 0.36, .size = text_size, .text = text_of_bar(spec, i), .bold = true, .colour = style.ink});
    y += row + gap;
  }
  drawing.height = y - gap + 2;
  drawing.shapes.push_back(Polyline{.points = {{left, 0}, {left, drawing.height}}, .line = style.line, .line_width = 0.8});
  return drawing;
}

Figure read_chart(std::string_view text, const std::string& name, int line) {
  const MarkdownSource source{.name = name, .first_line = line};
  ChartSpec spec;
  int number = 1;
  constexpr std::string_view unit = "unit:";
  for (const auto written : lines_of(text)) {
    ++number;
    if (trimmed(written).empty()) continue;
    if (spec.bars.empty() && trimmed(written).starts_with(unit)) {
      spec.unit = joined(fenced_cells(trimmed(written).substr(unit.size())), " ");
      continue;
    }
    const auto cells = fenced_cells(written);
    const auto value = cells.size() == 2 ? read_value(cells[1]) : std::nullopt;
    if (!value || cells[0].empty())
      source.fail(number, tr("“{1}” is no bar.", {trimmed(written)}), tr("Write the label, “|”, and a number that is not negative: “Imagerie | 1 250,5”."));
    if (spec.bars.size() == most_bars)
      source.fail(number, tr("A chart has at most {1} bars.", {std::to_string(most_bars)}), tr("Join the smallest ones, or make two charts."));
    spec.bars.emplace_back(cells[0], *value);
  }
  if (spec.bars.empty()) source.fail(1, tr("The chart has no bar."), tr("Write a line for each bar: “Imagerie | 1250”."));
  return {draw_chart(spec, figure_style().text_width()), alternative_of(spec), {}};
}

} // namespace hdskit::page
