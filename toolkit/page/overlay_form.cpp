#include "toolkit/page/overlay_form.hpp"

#include <array>

namespace hdskit::page {
namespace {

/// From the visible page (after a clockwise turn) to the page's own space; ISO 32000-1, 8.3.4.
std::array<double, 6> placement(const PageBox& box, int rotation, double unit) {
  const double one = 1 / unit;
  switch (rotation) {
    case 90: return {0, one, -one, 0, box.right, box.bottom};
    case 180: return {-one, 0, 0, -one, box.right, box.top};
    case 270: return {0, -one, one, 0, box.left, box.top};
    default: return {one, 0, 0, one, box.left, box.bottom};
  }
}

} // namespace

int write_overlay(PdfFile& file, const OverlayOf& overlay, const PageBox& visible, int rotation, double unit, int page) {
  if (!overlay) return 0;
  const bool sideways = rotation == 90 || rotation == 270;
  const double width = (sideways ? visible.height() : visible.width()) * unit;
  const double height = (sideways ? visible.width() : visible.height()) * unit;
  const auto drawn = overlay(width, height, page);
  if (drawn.content.empty()) return 0;
  std::string matrix;
  for (const double number : placement(visible, rotation, unit)) matrix += (matrix.empty() ? "" : " ") + pdf_number(number);
  const int form = file.reserve();
  file.write_stream(form,
                    "/Type /XObject /Subtype /Form /BBox [0 0 " + pdf_number(width) + " " + pdf_number(height) + "] /Matrix [" + matrix +
                        "] /Resources << /Font << " + drawn.font_resources + " >> >> /Filter /FlateDecode",
                    deflated(drawn.content));
  return form;
}

} // namespace hdskit::page
