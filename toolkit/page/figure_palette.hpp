#pragma once

#include "toolkit/page/style.hpp"

namespace hdskit::page {

// Figures are drawn for A4 before anybody asks for a width: as wide as the text of the house's style.
inline const Style& figure_style() {
  static const Style style;
  return style;
}
constexpr Colour paper_white{1, 1, 1};

/// Relative luminance, as WCAG 2 reckons contrast: 0 black to 1 paper_white.
double luminance(const Colour& colour);
/// Dark ink or white, whichever reads better on `fill`.
Colour ink_on(const Colour& fill);

/// From light green over yellow and orange to dark red; each level is darker than the one before, so that a grey print keeps the order.
Colour level_colour(int level, int levels);

} // namespace hdskit::page
