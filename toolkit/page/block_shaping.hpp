#pragma once

#include "toolkit/page/set_block.hpp"
#include "toolkit/page/typesetter.hpp"

#include <span>
#include <vector>

namespace hdskit::page {

/// Boxes of a run of blocks. Also what is pending at its end: places and a page break that belong to the box that comes next.
struct ShapedBlocks {
  std::vector<SetBlock> boxes;
  std::vector<std::int32_t> places;
  bool starts_page = false;
};

/// Sets all lines of `blocks`, which are part of `document`: a Contents block lists the headings and annexes of all of it.
ShapedBlocks shape_blocks(Typesetter& typesetter, std::span<const Block> blocks, const Document& document);

/// Notes that follow each other become one: no gap between their grounds.
void join_notes(std::vector<SetBlock>& blocks);

/// The text style of body text, and of the small sans serif that tables, headers and footers use.
TextStyle body_style(const Style& style);
TextStyle table_style(const Style& style);
TextStyle heading_style(const Style& style, int level);

} // namespace hdskit::page
