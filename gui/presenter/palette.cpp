#include "gui/presenter/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace hdskit::gui {
namespace {

double linear(std::uint8_t channel) {
  const double part = channel / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Rgb colour) { return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue); }

} // namespace

Rgb ink(Tone tone, bool dark) {
  // In the order of Tone: neutral, good, warning, bad, faint.
  static constexpr std::array<Rgb, 5> on_light = {{{0x1f, 0x24, 0x29}, {0x0b, 0x66, 0x3b}, {0x8a, 0x4b, 0x00}, {0xa3, 0x16, 0x21}, {0x5c, 0x63, 0x6a}}};
  static constexpr std::array<Rgb, 5> on_dark = {{{0xee, 0xee, 0xec}, {0x6f, 0xdc, 0x9b}, {0xff, 0xc1, 0x66}, {0xff, 0x9a, 0x93}, {0xa9, 0xb0, 0xb6}}};
  return (dark ? on_dark : on_light)[static_cast<std::size_t>(tone)];
}

Rgb ground(bool dark) { return dark ? Rgb{0x2d, 0x2d, 0x2d} : Rgb{0xff, 0xff, 0xff}; }

double contrast(Rgb a, Rgb b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

} // namespace hdskit::gui
