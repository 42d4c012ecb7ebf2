#include "toolkit/page/cover_page.hpp"

#include "toolkit/page/block_shaping.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr double band_width = 26, left = 92, right = 64, top_of_title = 208, foot = 56; // points
constexpr double label_share = 0.3;

double width_of_cover(const Style& style) { return style.page_width - left - right; }

/// The largest of three sizes at which the title takes at most four lines.
TextBlock set_title(Typesetter& typesetter, const std::string& title) {
  const auto& style = typesetter.style();
  TextBlock block;
  for (const float size : {31.0F, 24.0F, 18.0F}) {
    block = typesetter.set(Inlines{{.text = title}},
                           {.cut = {.family = Family::sans, .bold = true}, .size = size, .leading = size * 1.2F, .ink = Ink::accent, .hyphenated = false},
                           width_of_cover(style));
    if (block.line_count <= 4) break;
  }
  return block;
}

double paint_block(TextPainter& text, const TextBlock& block, double x, double y, double gap) {
  if (block.line_count == 0) return y;
  text.open(Tag::p);
  text.paint(block, x, y);
  text.close();
  return y + block.height() + gap;
}

} // namespace

SetCover set_cover(Typesetter& typesetter, const Cover& cover) {
  const auto& style = typesetter.style();
  const double width = width_of_cover(style);
  const auto sans = [](float size, Ink ink, bool bold = false) {
    return TextStyle{.cut = {.family = Family::sans, .bold = bold}, .size = size, .leading = size * 1.35F, .ink = ink, .hyphenated = false};
  };
  SetCover set;
  set.over_title = typesetter.set(Inlines{{.text = cover.over_title}}, sans(12, Ink::muted), width);
  set.title = set_title(typesetter, cover.title);
  set.subtitle = typesetter.set(Inlines{{.text = cover.subtitle}}, sans(15, Ink::text), width);
  for (const auto& [label, value] : cover.lines)
    set.lines.emplace_back(typesetter.set(Inlines{{.text = label}}, sans(9.5F, Ink::muted), width * label_share - 10),
                           typesetter.set(Inlines{{.text = value}}, sans(9.5F, Ink::text, true), width * (1 - label_share)));
  set.notice = typesetter.set(Inlines{{.text = cover.notice}}, sans(8.5F, Ink::muted), width);
  return set;
}

void paint_cover(ContentStream& stream, TextPainter& text, const SetCover& cover, const Style& style) {
  const double width = width_of_cover(style), x = left;
  double lines_height = 0;
  for (const auto& [label, value] : cover.lines) lines_height += std::max(label.height(), value.height()) + 11;
  const double middle = cover.over_title.height() + cover.title.height() + cover.subtitle.height() + 16 + 22 + 42 + lines_height;
  const double notice_top = style.page_height - foot - cover.notice.height();
  double y = std::max(60.0, std::min(top_of_title, notice_top - 30 - middle));
  stream.artifact();
  stream.fill(style.accent);
  stream.rectangle(0, 0, band_width, style.page_height, "f");
  stream.fill(style.pale);
  stream.rectangle(band_width, 0, 5, style.page_height, "f");
  stream.end_marked();
  y = paint_block(text, cover.over_title, x, y, 16);
  y = paint_block(text, cover.title, x, y, 14);
  stream.artifact();
  stream.fill(style.accent);
  stream.rectangle(x, y, 64, 3, "f");
  stream.end_marked();
  y = paint_block(text, cover.subtitle, x, y + 19, 42);
  for (const auto& [label, value] : cover.lines) {
    stream.artifact();
    stream.stroke(style.line, 0.5);
    stream.rule(x, y, x + width, y);
    stream.end_marked();
    paint_block(text, label, x, y + 5.5, 0);
    paint_block(text, value, x + width * label_share, y + 5.5, 0);
    y += std::max(label.height(), value.height()) + 11;
  }
  stream.artifact();
  stream.stroke(style.line, 0.5);
  if (!cover.lines.empty()) stream.rule(x, y, x + width, y);
  if (cover.notice.line_count > 0) stream.rule(x, notice_top - 10, x + width, notice_top - 10);
  stream.end_marked();
  paint_block(text, cover.notice, x, notice_top, 0);
}

} // namespace hdskit::page
