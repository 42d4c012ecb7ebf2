#pragma once

#include "toolkit/page/annex_copy.hpp"
#include "toolkit/page/page_furniture.hpp"
#include "toolkit/page/watermark.hpp"

#include <string>
#include <vector>

namespace hdskit::page {

/// What is written over the pages of annexes: stamp and page numbers in small white boxes, legible on any page; smaller on pages that are
/// too narrow for them; the watermark.
class AnnexStamp {
public:
  AnnexStamp(const std::vector<int>& fonts, const Signs& signs, const Furniture& furniture, const References& references, const Style& style,
             const Watermark& watermark, int pages)
      : fonts_{fonts}, signs_{signs}, furniture_{furniture}, references_{references}, style_{style}, watermark_{watermark}, pages_{pages} {}

  /// `page` of `of` in the annex, which is page `number` of the file.
  std::string content(double width, double height, const TextBlock& stamp, int page, int of, int number) const;

private:
  const std::vector<int>& fonts_;
  const Signs& signs_;
  const Furniture& furniture_;
  const References& references_;
  const Style& style_;
  const Watermark& watermark_;
  int pages_;
};

/// "Annexe 12 –": what stands before «page k / m» in the stamp.
TextBlock set_stamp(Typesetter& typesetter, const std::string& stamp);

} // namespace hdskit::page
