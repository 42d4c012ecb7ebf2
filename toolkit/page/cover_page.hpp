#pragma once

#include "toolkit/page/document.hpp"
#include "toolkit/page/text_painter.hpp"
#include "toolkit/page/typesetter.hpp"

#include <vector>

namespace hdskit::page {

struct SetCover {
  TextBlock over_title, title, subtitle, notice;
  std::vector<std::pair<TextBlock, TextBlock>> lines; ///< label and value
};
SetCover set_cover(Typesetter& typesetter, const Cover& cover);

/// Everything on it stays within the page: what a long notice needs is taken from the empty space above it.
void paint_cover(ContentStream& stream, TextPainter& text, const SetCover& cover, const Style& style);

} // namespace hdskit::page
