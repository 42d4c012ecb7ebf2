#pragma once

#include "toolkit/page/text_block.hpp"

#include "toolkit/page/document.hpp"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace hdskit::page {

/// The standard structure types in use (ISO 32000-1, 14.8.4).
enum class Tag : std::uint8_t {
  document,
  sect,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  l,
  li,
  lbl,
  lbody,
  table,
  tr,
  th,
  td,
  caption,
  figure,
  toc,
  toci,
  link,
  block_quote,
  note,
  div
};

// What pages are filled with: blocks whose lines are known. Lengths in points. All arrays live in the memory of a Typesetter.

/// A paragraph, heading, caption, line of the contents or list item's first lines.
struct TextBox {
  enum class Ground : std::uint8_t { none, note, code, quote, chapter };
  TextBlock text;
  TextBlock marker; ///< "•" or "3.": stands left of the first line
  float marker_x = 0;
  float inset = 0; ///< of the text from the left of the block
  Ground ground = Ground::none;
  float above = 0, below = 0; ///< of the ground, around the text
  std::int32_t page_of = -1;  ///< a line of the contents: the Target whose page stands at its right
};

struct Cell {
  TextBlock text;
  float x = 0, width = 0; ///< of the cell, padding included, from the left edge of the table
  std::optional<Colour> fill;
  std::uint16_t columns = 1;
  bool header = false; ///< in a header row
  bool row_header = false;
};
struct Row {
  std::span<const Cell> cells;
  std::uint32_t lines = 1; ///< of its longest cell
  float height = 0;
};
struct TableBox {
  std::span<const Row> header, rows;
  float padding_x = 4, padding_y = 3.4F, leading = 12;
  float header_height = 0;
};

struct FigureBox {
  const Drawing* drawing = nullptr;
  std::span<const TextBlock> labels;    ///< of the drawing's labels, in order
  const std::string* picture = nullptr; ///< the bytes, when it is one
  const std::string* alternative = nullptr;
  float scale = 1;
};

struct FieldBox {
  TextBlock label, value;
  float box_height = 0;
};

struct RuleBox {};

struct SetBlock {
  std::variant<TextBox, TableBox, FigureBox, FieldBox, RuleBox> content;
  Tag tag = Tag::p;
  float x = 0, width = 0, height = 0; ///< x from the left margin
  float before = 0, after = 0;        ///< space around; of two neighbours the larger one counts
  bool starts_page = false;
  bool keeps_with_next = false;
  bool whole = false;               ///< never divided
  std::uint16_t closes = 0;         ///< how many of the open elements end after it
  std::span<const Tag> opens;       ///< structure elements that begin before it
  std::vector<std::int32_t> places; ///< Targets that stand here
};

} // namespace hdskit::page
