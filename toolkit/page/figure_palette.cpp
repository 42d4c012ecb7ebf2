#include "toolkit/page/figure_palette.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {
namespace {

constexpr Colour stops[] = {{0.86, 0.94, 0.83}, {0.96, 0.83, 0.50}, {0.88, 0.58, 0.32}, {0.66, 0.22, 0.16}};

double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }
// WCAG 2 AA for text of normal size
constexpr double readable = 4.5;
double contrast(double one, double other) { return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05); }

} // namespace

double luminance(const Colour& colour) { return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue); }

Colour ink_on(const Colour& fill) {
  const auto& ink = figure_style().ink;
  return contrast(luminance(fill), luminance(ink)) >= contrast(luminance(fill), 1) ? ink : paper_white;
}

Colour level_colour(int level, int levels) {
  constexpr int last = static_cast<int>(std::size(stops)) - 1;
  const double place = last * std::clamp((level - 1.0) / std::max(1, levels - 1), 0.0, 1.0);
  const int left = std::min(last - 1, static_cast<int>(place));
  const double share = place - left;
  const auto mix = [&](double from, double to) { return from + (to - from) * share; };
  const auto &from = stops[left], &to = stops[left + 1];
  Colour colour{mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue)};
  // Between orange and red neither dark ink nor white can be read; scales of seven levels and more come through there.
  const auto hard = [&] { return contrast(luminance(colour), luminance(ink_on(colour))) < readable; };
  while (hard()) colour = {colour.red * 0.98, colour.green * 0.98, colour.blue * 0.98};
  return colour;
}

} // namespace hdskit::page
