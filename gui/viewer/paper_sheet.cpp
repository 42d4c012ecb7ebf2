#include "gui/viewer/paper_sheet.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::gui {

PaperSheet::PaperSheet(int width, int height)
    : width_{width}, height_{height}, surface_{cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)}, context_{cairo_create(surface_)} {
  if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) {
    cairo_destroy(context_);
    cairo_surface_destroy(surface_);
    throw Problem{ProblemKind::no_space, "", tr("There is not enough memory to draw this page."), tr("Close other programs, or make the page smaller.")};
  }
  cairo_set_source_rgb(context_, 1, 1, 1);
  cairo_paint(context_);
}

PaperSheet::~PaperSheet() {
  cairo_destroy(context_);
  cairo_surface_destroy(surface_);
}

Picture PaperSheet::picture() {
  cairo_surface_flush(surface_);
  Picture picture{width_, height_, {}};
  picture.rgb.resize(3 * static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
  const auto* row = cairo_image_surface_get_data(surface_);
  auto* out = picture.rgb.data();
  for (int y = 0; y < height_; ++y, row += cairo_image_surface_get_stride(surface_))
    for (int x = 0; x < width_; ++x) {
      const auto pixel = reinterpret_cast<const std::uint32_t*>(row)[x]; // cairo aligns its rows
      *out++ = static_cast<std::uint8_t>(pixel >> 16);
      *out++ = static_cast<std::uint8_t>(pixel >> 8);
      *out++ = static_cast<std::uint8_t>(pixel);
    }
  return picture;
}

} // namespace hdskit::gui
