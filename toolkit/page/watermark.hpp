#pragma once

#include "toolkit/page/content_stream.hpp"
#include "toolkit/page/typesetter.hpp"

#include <string>

namespace hdskit::page {

/// Words across a page as outlines, not as text: a search in the file and a copy of its text do not meet them.
class Watermark {
public:
  Watermark(Typesetter& typesetter, const TypeFaces& faces, const std::string& text);

  /// Operators that draw it from the lower left to the upper right of a page. Filled under our own pages; on a page of somebody else, which
  /// must stay legible, only the edges of the letters.
  std::string across(double width, double height, bool filled) const;

private:
  std::string path_; ///< in thousandths of the em
  double length_ = 0;
};

} // namespace hdskit::page
