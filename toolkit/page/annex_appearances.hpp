#pragma once

#include "toolkit/page/annex_source.hpp"

#include <string>
#include <vector>

namespace hdskit::page {

/// What the annotations of a page show (filled-in fields, stamps, highlights), to be drawn as part of the page.
struct PageAppearances {
  std::string content;                                         ///< operators that draw each of them
  std::vector<std::pair<std::string, QPDFObjectHandle>> forms; ///< XObjects that they name
};

/// Gives fields that were filled in without a picture of their value one, when the annex asks its reader to.
void draw_filled_fields(QPDF& pdf);

/// Annotations that are visible and know how they look. Names of forms do not collide with those of `xobjects`.
PageAppearances appearances_of(AnnexPage& page, QPDFObjectHandle xobjects);

} // namespace hdskit::page
