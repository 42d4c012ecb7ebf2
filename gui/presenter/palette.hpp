#pragma once

#include "gui/presenter/cell.hpp"

#include <cstdint>

namespace hdskit::gui {

struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};

/// Colours of text on the background of lists, at least 4.5 : 1 in contrast (WCAG 2.1, criterion 1.4.3), for eyes that see red and green alike too:
/// good and bad differ in lightness.
Rgb ink(Tone tone, bool dark);
/// The background against which ink() was chosen.
Rgb ground(bool dark);

/// Relative luminance ratio as WCAG 2.1 defines it: 1 to 21.
double contrast(Rgb a, Rgb b);

} // namespace hdskit::gui
