#pragma once

#include <string>
#include <string_view>

namespace hdskit::page {

/// What the markers of a JPEG file say (ITU-T T.81), without decoding it.
struct JpegHead {
  int width = 0, height = 0;
  int components = 0; ///< 1 grey, 3 colour, 4 CMYK
  bool adobe = false; ///< written by an Adobe program: CMYK values are inverted
  double dpi = 0;     ///< 0: not told
};

/// Up to the first scan. Throws Problem bad_input: truncated, or a kind of JPEG that no PDF reader shows (lossless, arithmetic coding, 12 bits).
JpegHead read_jpeg_head(std::string_view bytes, const std::string& name);

/// Throws Problem bad_input unless the file reaches its end-of-image marker.
void require_whole_jpeg(std::string_view bytes, const std::string& name);

} // namespace hdskit::page
