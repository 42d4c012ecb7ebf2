#include "toolkit/page/text_painter.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr double cap_height = 0.66;  // of the size: capitals stand in the middle of their line
constexpr double widest_space = 3.2; // times its own width: beyond, a line is better left short

double base_line(const TextBlock& block, std::uint32_t line) {
  return line * static_cast<double>(block.leading) + (static_cast<double>(block.leading) + cap_height * static_cast<double>(block.size)) / 2;
}

} // namespace

Colour colour_of(Ink ink, const Style& style) {
  switch (ink) {
    case Ink::text: return style.ink;
    case Ink::accent: return style.accent;
    case Ink::muted: return {style.ink.red * 0.6 + 0.2, style.ink.green * 0.6 + 0.2, style.ink.blue * 0.6 + 0.2};
    case Ink::white: return {1, 1, 1};
  }
  return style.ink;
}

void TextPainter::paint(const TextBlock& block, double x, double top, std::uint32_t from, std::uint32_t to) {
  marks_ = true;
  paint_lines(block, x, top, from, to);
}

void TextPainter::decorate(const TextBlock& block, double x, double top, std::uint32_t from, std::uint32_t to) {
  marks_ = false;
  paint_lines(block, x, top, from, to);
}

void TextPainter::paint_lines(const TextBlock& block, double x, double top, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t line = from; line < std::min(to, block.line_count); ++line) {
    on_line_ = false;
    paint_line(block, block.lines[line], x, top + base_line(block, line - from));
  }
  leave();
}

void TextPainter::paint_line(const TextBlock& block, const Line& line, double x, double y) {
  double spaces = 0;
  for (std::uint32_t i = line.first; i < line.first + line.count; ++i) spaces += width_of_spaces(block, line, i);
  const double missing = static_cast<double>(block.width) - width_of_line(block, line);
  double stretch = 1;
  if (block.justification == Justification::both && spaces > 0 && (line.closes == 0 || missing < 0)) stretch = 1 + missing / spaces;
  if (stretch > widest_space) stretch = 1;
  if (block.justification == Justification::right) x += missing;
  if (block.justification == Justification::centre) x += missing / 2;
  for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
    const auto& piece = block.pieces[i];
    const auto& run = block.runs[piece.run];
    const auto size = static_cast<double>(run.size);
    if (link_ >= 0 && run.link != link_) leave_link_line(x, y, size);
    if (piece.spaces > 0) {
      if (!on_line_) enter(run.link, x, y);
      x += show_spaces(block, line, i, stretch);
    }
    enter(run.link, x, y);
    stream_.fill(colour_of(run.ink, style_));
    x += show(piece, run);
  }
  if (link_ >= 0) leave_link_line(x, y, static_cast<double>(block.size));
}

namespace {

const Run& run_of_spaces_before(const TextBlock& block, const Line& line, std::uint32_t piece) {
  const Run& own = block.runs[block.pieces[piece].run];
  return piece == line.first ? own : run_of_space(block.runs[block.pieces[piece - 1].run], own);
}

} // namespace

double TextPainter::width_of_spaces(const TextBlock& block, const Line& line, std::uint32_t piece) const {
  const Run& run = run_of_spaces_before(block, line, piece);
  return block.pieces[piece].spaces * stream_.space_width(run.cut, static_cast<double>(run.size));
}

double TextPainter::show_spaces(const TextBlock& block, const Line& line, std::uint32_t piece, double stretch) {
  const Run& run = run_of_spaces_before(block, line, piece);
  const auto size = static_cast<double>(run.size);
  return stream_.show_spaces(run.cut, block.pieces[piece].spaces, size, stream_.space_width(run.cut, size) * stretch);
}

double TextPainter::show(const Piece& piece, const Run& run) {
  const auto size = static_cast<double>(run.size);
  if (run.slot >= 0) return stream_.show_number(run.cut, page_number(run.slot), size);
  const double advance = stream_.show(*piece.word, piece.from, piece.to, size);
  return advance + (piece.hyphen ? stream_.show_hyphen(run.cut, size) : 0);
}

double TextPainter::width_of_piece(const Piece& piece, const Run& run) const {
  const auto size = static_cast<double>(run.size);
  if (run.slot >= 0) return stream_.width_of_number(run.cut, page_number(run.slot), size);
  return advance_of(*piece.word, piece.from, piece.to) * size / 1000 + (piece.hyphen ? stream_.hyphen_width(run.cut, size) : 0);
}

/// Makes sure that what is drawn next belongs to `link` (-1: to none) and stands at x, y.
void TextPainter::enter(std::int32_t link, double x, double y) {
  if (!marks_) link = -1;
  if (inside_ && link == link_) {
    if (!on_line_) stream_.move_line(x, y);
  } else {
    leave();
    link_ = link;
    if (link >= 0) open(Tag::link);
    if (marks_) stream_.marked(link >= 0 ? "Link" : "P", next_content());
    stream_.begin_text(x, y);
    inside_ = true;
  }
  on_line_ = true;
  if (link_ >= 0 && link_start_ < 0) link_start_ = x;
}

void TextPainter::leave_link_line(double x, double y, double size) {
  if (link_start_ >= 0 && x > link_start_) add_link({link_start_, y - size * 0.8, x - link_start_, size * 1.08, link_});
  link_start_ = -1;
}

void TextPainter::leave() {
  if (!inside_) return;
  stream_.end_text();
  if (marks_) stream_.end_marked();
  if (link_ >= 0) close();
  inside_ = false;
  link_ = -1;
  link_start_ = -1;
}

void TextPainter::add_link(const LinkArea& area) {
  page_.steps.push_back({.kind = StructureStep::Kind::annotation, .number = static_cast<std::int32_t>(page_.links.size())});
  page_.links.push_back(area);
}

void TextPainter::paint_number(const TextBlock& like, int number, double right, double top) {
  const auto& run = like.runs[0];
  const auto size = static_cast<double>(run.size);
  stream_.marked("P", next_content());
  stream_.fill(colour_of(run.ink, style_));
  stream_.begin_text(right - stream_.width_of_number(run.cut, number, size), top + base_line(like, 0));
  stream_.show_number(run.cut, number, size);
  stream_.end_text();
  stream_.end_marked();
}

double TextPainter::width_of_line(const TextBlock& block, const Line& line) const {
  double width = 0;
  for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
    const auto& piece = block.pieces[i];
    const auto& run = block.runs[piece.run];
    width += width_of_spaces(block, line, i) + width_of_piece(piece, run);
  }
  return width;
}

void TextPainter::show_line(const TextBlock& block, const Line& line, double x, double y, const Colour& colour) {
  stream_.fill(colour);
  stream_.begin_text(x, y);
  for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
    const auto& piece = block.pieces[i];
    const auto& run = block.runs[piece.run];
    if (piece.spaces > 0) show_spaces(block, line, i, 1);
    show(piece, run);
  }
  stream_.end_text();
}

} // namespace hdskit::page
