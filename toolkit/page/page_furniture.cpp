#include "toolkit/page/page_furniture.hpp"

#include "toolkit/page/block_shaping.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr double header_above_text = 30, footer_below_text = 22; // points, to the top of their line

TextStyle furniture_style(const Style& style, Justification justification) {
  auto small = table_style(style);
  small.size = static_cast<float>(style.small_size - 0.5);
  small.leading = small.size * 1.3F;
  small.ink = Ink::muted;
  small.justification = justification;
  small.hyphenated = false;
  return small;
}

} // namespace

Furniture set_furniture(Typesetter& typesetter, const Document& document) {
  const auto& style = typesetter.style();
  const auto left = furniture_style(style, Justification::left);
  Furniture furniture;
  furniture.size = static_cast<double>(left.size);
  auto mark = furniture_style(style, Justification::centre);
  mark.cut.bold = true;
  const double mark_width = std::min(natural_width(typesetter.shape(document.watermark, mark).tokens).full, style.text_width() * 0.4);
  furniture.watermark = typesetter.set_one_line(document.watermark, mark, mark_width);
  const double side = (style.text_width() - mark_width) / 2 - 8;
  furniture.header_left = typesetter.set_one_line(document.header_left, left, side);
  furniture.header_right = typesetter.set_one_line(document.header_right, furniture_style(style, Justification::right), side);
  furniture.footer_left = typesetter.set_one_line(document.footer_left, left, style.text_width() * 0.72);
  furniture.page = &typesetter.words().word(furniture.cut, "page");
  furniture.slash = &typesetter.words().word(furniture.cut, "/");
  return furniture;
}

void paint_furniture(ContentStream& stream, TextPainter& text, const Furniture& furniture, const Style& style, int page, int pages) {
  const double left = style.margin_left, right = style.page_width - style.margin_right;
  const double top = style.margin_top - header_above_text, bottom = style.page_height - style.margin_bottom + footer_below_text;
  const auto at_right = [&](const TextBlock& block) { return right - static_cast<double>(block.width); };
  stream.artifact();
  stream.stroke(style.line, 0.5);
  stream.rule(left, top + 14, right, top + 14);
  stream.rule(left, bottom - 4, right, bottom - 4);
  text.decorate(furniture.header_left, left, top);
  text.decorate(furniture.header_right, at_right(furniture.header_right), top);
  text.decorate(furniture.watermark, (left + right - static_cast<double>(furniture.watermark.width)) / 2, top);
  text.decorate(furniture.footer_left, left, bottom);
  paint_page_number(stream, furniture, page, pages, right, bottom + furniture.size * 0.98, colour_of(Ink::muted, style));
  stream.end_marked();
}

void paint_plain_watermark(ContentStream& stream, TextPainter& text, const Furniture& furniture, const Style& style) {
  if (furniture.watermark.line_count == 0) return;
  stream.artifact();
  text.decorate(furniture.watermark, (style.page_width - static_cast<double>(furniture.watermark.width)) / 2, style.margin_top - header_above_text);
  stream.end_marked();
}

double width_of_page_number(const ContentStream& stream, const Furniture& furniture, int page, int pages) {
  const auto& [cut, size] = std::pair{furniture.cut, furniture.size};
  return width_of(*furniture.page, size) + width_of(*furniture.slash, size) + 3 * stream.space_width(cut, size) + stream.width_of_number(cut, page, size) +
         stream.width_of_number(cut, pages, size);
}

void paint_page_number(ContentStream& stream, const Furniture& furniture, int page, int pages, double right, double y, const Colour& colour) {
  const auto space = [&] { stream.show_spaces(furniture.cut, 1, furniture.size, stream.space_width(furniture.cut, furniture.size)); };
  stream.fill(colour);
  stream.begin_text(right - width_of_page_number(stream, furniture, page, pages), y);
  stream.show(*furniture.page, 0, furniture.page->count, furniture.size);
  space();
  stream.show_number(furniture.cut, page, furniture.size);
  space();
  stream.show(*furniture.slash, 0, furniture.slash->count, furniture.size);
  space();
  stream.show_number(furniture.cut, pages, furniture.size);
  stream.end_text();
}

} // namespace hdskit::page
