#pragma once

#include "toolkit/page/pdf_file.hpp"

namespace hdskit::page {

struct ImageSize {
  int width = 0, height = 0; ///< pixels
  double dpi = 96;           ///< as the file says, else 96
};

/// Reads only the head of a PNG or JPEG. Throws Problem bad_input (neither, truncated, larger than 20,000 pixels a side).
ImageSize image_size(std::string_view bytes, const std::string& name);

/// Embeds an image as an XObject. JPEG goes in as it is (grey, RGB or CMYK turned by /Decode when Adobe says so); PNG is decoded row by
/// row, transparency laid on white (PDF/A-1 knows none), and deflated. Gives the object number.
int write_image(PdfFile& file, std::string_view bytes, const std::string& name);

} // namespace hdskit::page
