#include "gui/viewer/image_document.hpp"

#include "gui/viewer/paper_sheet.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::gui {
namespace {

constexpr double points_a_pixel = 72.0 / 96.0;

/// The picture as cairo wants it, for as long as it is drawn.
class ImageSurface {
public:
  explicit ImageSurface(const Picture& picture)
      : stride_{cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, picture.width)},
        pixels_(static_cast<std::size_t>(stride_ / 4) * static_cast<std::size_t>(picture.height)) {
    const auto* in = picture.rgb.data();
    for (int y = 0; y < picture.height; ++y)
      for (int x = 0; x < picture.width; ++x, in += 3)
        pixels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_ / 4) + static_cast<std::size_t>(x)] =
            static_cast<std::uint32_t>(in[0]) << 16 | static_cast<std::uint32_t>(in[1]) << 8 | in[2];
    surface_ =
        cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels_.data()), CAIRO_FORMAT_RGB24, picture.width, picture.height, stride_);
  }
  ~ImageSurface() { cairo_surface_destroy(surface_); }
  ImageSurface(const ImageSurface&) = delete;
  ImageSurface& operator=(const ImageSurface&) = delete;
  cairo_surface_t* get() { return surface_; }

private:
  int stride_;
  std::vector<std::uint32_t> pixels_;
  cairo_surface_t* surface_ = nullptr;
};

} // namespace

ImageDocument::ImageDocument(std::string_view bytes, const std::string& name) {
  auto decoded = bytes.starts_with("\x89PNG") ? decode_png(bytes, name) : decode_jpeg(bytes, name);
  size_ = {std::clamp(decoded.width * points_a_pixel, smallest_side, largest_side), std::clamp(decoded.height * points_a_pixel, smallest_side, largest_side)};
  picture_ = std::move(decoded.picture);
}

PageSize ImageDocument::page_size(int) { return size_; }

Picture ImageDocument::draw(int, double pixels_per_point) {
  const double scale = bounded_scale(size_, pixels_per_point);
  const int width = std::max(1, static_cast<int>(std::lround(size_.width * scale)));
  const int height = std::max(1, static_cast<int>(std::lround(size_.height * scale)));
  if (width == picture_.width && height == picture_.height) return picture_;
  ImageSurface image{picture_};
  PaperSheet sheet{width, height};
  cairo_scale(sheet.context(), static_cast<double>(width) / picture_.width, static_cast<double>(height) / picture_.height);
  cairo_set_source_surface(sheet.context(), image.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(sheet.context()), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend(cairo_get_source(sheet.context()), CAIRO_EXTEND_PAD); // else the edges fade into the paper
  cairo_paint(sheet.context());
  return sheet.picture();
}

void refuse_damaged_image(const std::string& name) {
  throw Problem{ProblemKind::damaged, name, tr("The image “{1}” is damaged: it cannot be shown.", {name}),
                tr("Ask for the document anew, or restore it from a backup, then replace the file.")};
}

void refuse_large_image(const std::string& name) {
  throw Problem{ProblemKind::bad_input, name, tr("The image “{1}” is too large to be shown here.", {name}),
                tr("Save a copy and open it with an image viewer, or scan it again at 300 points per inch.")};
}

void require_bounded_image(double width, double height, double most, const std::string& name) {
  constexpr double largest = 20'000; // pixels a side: as for annexes of the dossier
  if (width > largest || height > largest || width * height > most) refuse_large_image(name);
}

} // namespace hdskit::gui
