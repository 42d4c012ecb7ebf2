#pragma once

#include "toolkit/page/annex_copy.hpp"

namespace hdskit::page {

/// Throws Problem bad_input unless the bytes are a PNG or JPEG from its first byte to its last.
void require_whole_image(std::string_view bytes, const std::string& name);

/// One A4 page, upright or lying as the image is, that shows it as large as it was scanned or as the margins of 36 points allow.
int write_image_page(PdfFile& file, std::string_view bytes, const std::string& name, int parent, const OverlayOf& overlay);

} // namespace hdskit::page
