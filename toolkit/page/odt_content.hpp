#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/page/document.hpp"
#include "toolkit/page/style.hpp"

#include <string>
#include <vector>

namespace hdskit::page {

struct OdtPicture {
  std::string name; ///< inside the package: "Pictures/figure1.svg"
  std::string media_type, bytes;
};

struct OdtContent {
  std::string xml; ///< content.xml
  std::vector<OdtPicture> pictures;
};

/// Throws Problem bad_input: a picture that is neither PNG nor JPEG, a link to an anchor that does not exist; cancelled.
OdtContent odt_content(const Document& document, const Style& style, const Progress& progress);

} // namespace hdskit::page
