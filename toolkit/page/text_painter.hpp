#pragma once

#include "toolkit/page/content_stream.hpp"
#include "toolkit/page/page_result.hpp"
#include "toolkit/page/references.hpp"
#include "toolkit/page/style.hpp"

namespace hdskit::page {

Colour colour_of(Ink ink, const Style& style);

/// Draws set text on a page, and tells the structure tree about it: links are elements of their own, with the areas that react to a click.
class TextPainter {
public:
  TextPainter(ContentStream& stream, PaintedPage& page, const References& references, const Style& style)
      : stream_{stream}, page_{page}, references_{references}, style_{style} {}

  /// Lines `from` to `to` of `block`, the first one's top at `top`; marked as content of the element that is open.
  void paint(const TextBlock& block, double x, double top, std::uint32_t from, std::uint32_t to);
  void paint(const TextBlock& block, double x, double top) { paint(block, x, top, 0, block.line_count); }
  /// The same without marks, inside an artifact.
  void decorate(const TextBlock& block, double x, double top, std::uint32_t from, std::uint32_t to);
  void decorate(const TextBlock& block, double x, double top) { decorate(block, x, top, 0, block.line_count); }
  /// A number whose right edge is at `right`, in the look of the first run of `like`.
  void paint_number(const TextBlock& like, int number, double right, double top);

  /// A whole line from `x` with its base line at `y`, in one colour, without marks.
  void show_line(const TextBlock& block, const Line& line, double x, double y, const Colour& colour);

  void open(Tag tag, std::int32_t attributes = -1) { page_.steps.push_back({.kind = StructureStep::Kind::open, .tag = tag, .number = attributes}); }
  void close() { page_.steps.push_back({.kind = StructureStep::Kind::close}); }
  int next_content() { // marks one more piece of content of the open element
    page_.steps.push_back({.kind = StructureStep::Kind::content, .number = contents_});
    return contents_++;
  }
  void enter_cell(const StructureStep& cell) { page_.steps.push_back(cell); }
  void leave_cell() { page_.steps.push_back({.kind = StructureStep::Kind::end_cell}); }
  void add_link(const LinkArea& area);
  double width_of_line(const TextBlock& block, const Line& line) const;

private:
  void paint_lines(const TextBlock& block, double x, double top, std::uint32_t from, std::uint32_t to);
  void paint_line(const TextBlock& block, const Line& line, double x, double y);
  double show(const Piece& piece, const Run& run);
  double width_of_spaces(const TextBlock& block, const Line& line, std::uint32_t piece) const;
  double show_spaces(const TextBlock& block, const Line& line, std::uint32_t piece, double stretch);
  double width_of_piece(const Piece& piece, const Run& run) const;
  void enter(std::int32_t link, double x, double y);
  void leave_link_line(double x, double y, double size);
  void leave();
  int page_number(std::int32_t target) const { return references_.targets[static_cast<std::size_t>(target)].page + 1; }

  ContentStream& stream_;
  PaintedPage& page_;
  const References& references_;
  const Style& style_;
  int contents_ = 0;
  bool marks_ = true, inside_ = false, on_line_ = false;
  std::int32_t link_ = -1;
  double link_start_ = -1;
};

} // namespace hdskit::page
