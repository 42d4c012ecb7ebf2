#pragma once

#include "toolkit/page/references.hpp"
#include "toolkit/page/set_block.hpp"

#include <vector>

namespace hdskit::page {

/// The part of a box that stands on one page.
struct Fragment {
  const SetBlock* block = nullptr;
  double y = 0;                             ///< of its top, from the top of the text area
  std::uint32_t from = 0, to = 0;           ///< lines of a text, rows of a table
  std::uint32_t line_from = 0, line_to = 0; ///< when a row taller than a page is divided: its lines; else 0
  bool begins = true, ends = true;          ///< the box
  bool with_header = false;                 ///< the table's header stands above, for the first time or again
};
using Fragments = std::vector<Fragment>;

/// Parts boxes into pages `height` points high: headings stay with what follows, two lines at least on either side of a break, rows whole
/// when they fit on a page, figures always. Nothing reaches below `height`.
std::vector<Fragments> paginate(const std::vector<SetBlock>& boxes, double height);

/// Tells targets where they came to stand. `first_page`: of the fragments in the file; `top`: of the text area on a page.
void locate_targets(const std::vector<Fragments>& pages, References& references, int first_page, double top);

} // namespace hdskit::page
