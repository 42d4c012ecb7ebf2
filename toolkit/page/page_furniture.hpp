#pragma once

#include "toolkit/page/document.hpp"
#include "toolkit/page/text_painter.hpp"
#include "toolkit/page/typesetter.hpp"

namespace hdskit::page {

/// What stands on every page around the text: set once, drawn by every painter.
struct Furniture {
  TextBlock header_left, header_right, watermark, footer_left;
  const Word* page = nullptr; ///< "page"
  const Word* slash = nullptr;
  Cut cut{.family = Family::sans};
  double size = 8;
};

Furniture set_furniture(Typesetter& typesetter, const Document& document);

/// The header and footer of our own pages.
void paint_furniture(ContentStream& stream, TextPainter& text, const Furniture& furniture, const Style& style, int page, int pages);
/// The watermark as plain small words at the top of a page without header.
void paint_plain_watermark(ContentStream& stream, TextPainter& text, const Furniture& furniture, const Style& style);
/// «page n / N», its right edge at `right`, on the base line `y`.
void paint_page_number(ContentStream& stream, const Furniture& furniture, int page, int pages, double right, double y, const Colour& colour);
double width_of_page_number(const ContentStream& stream, const Furniture& furniture, int page, int pages);

} // namespace hdskit::page
