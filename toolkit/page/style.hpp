#pragma once

#include "toolkit/page/drawing.hpp"

#include <string>

namespace hdskit::page {

/// The look of a document. Lengths in points; A4 portrait.
struct Style {
  double page_width = 595.276, page_height = 841.89;
  double margin_left = 68, margin_right = 68, margin_top = 76, margin_bottom = 70;
  std::string serif = "Liberation Serif", sans = "Liberation Sans", mono = "Liberation Mono";
  double body_size = 10.5, line_height = 1.36, small_size = 8.5, table_size = 8.8;
  double heading_sizes[6] = {21, 15, 12.5, 11, 10.5, 10.5};
  Colour ink{0.11, 0.13, 0.16}, accent{0.05, 0.29, 0.46}, pale{0.92, 0.95, 0.97}, line{0.72, 0.77, 0.81};
  double text_width() const { return page_width - margin_left - margin_right; }
  double text_height() const { return page_height - margin_top - margin_bottom; }
};

} // namespace hdskit::page
