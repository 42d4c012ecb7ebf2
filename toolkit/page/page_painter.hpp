#pragma once

#include "toolkit/page/cover_page.hpp"
#include "toolkit/page/page_furniture.hpp"
#include "toolkit/page/page_result.hpp"
#include "toolkit/page/pagination.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hdskit::page {

/// What all pages share while they are drawn; nothing in it changes any more, so that many threads may read it.
struct Makeup {
  const Style& style;
  const References& references;
  const Signs& signs;
  const std::vector<int>& fonts;                   ///< by TypeFaces::number
  const std::map<const std::string*, int>& images; ///< XObjects of the pictures, by their bytes
  const Furniture& furniture;
  const SetCover* cover = nullptr; ///< of the first page
  int watermark = 0;               ///< an XObject; 0 for none
  int pages = 0;                   ///< in the whole file
};

/// Draws page `number` (from 0). Safe to call from several threads.
PaintedPage paint_page(const Makeup& makeup, const Fragments& fragments, int number);

} // namespace hdskit::page
