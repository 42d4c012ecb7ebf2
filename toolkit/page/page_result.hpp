#pragma once

#include "toolkit/page/set_block.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace hdskit::page {

/// What a page tells the structure tree, in reading order.
struct StructureStep {
  enum class Kind : std::uint8_t {
    open,       ///< an element begins: tag
    close,      ///< the innermost open element ends
    content,    ///< marked content `number` of this page belongs to the open element
    annotation, ///< so does link annotation `number` of this page
    cell,       ///< cell `number` of the open row goes on; it begins when it is new
    end_cell,
  };
  Kind kind = Kind::open;
  Tag tag = Tag::p;
  std::uint16_t columns = 1; ///< cell: how many it spans
  bool row_scope = false;    ///< a th that heads its row, not its column
  std::int32_t number = 0;   ///< open: index of its attributes among the texts of the page, -1 for none
};

struct LinkArea {
  double x = 0, y = 0, width = 0, height = 0; ///< from the top left
  std::int32_t target = -1;
};

/// A page as its painter leaves it, ready to be written.
struct PaintedPage {
  std::string content; ///< deflated
  std::vector<StructureStep> steps;
  std::vector<std::string> attributes;
  std::vector<LinkArea> links;
  std::set<int> objects; ///< XObjects that it draws
};

} // namespace hdskit::page
