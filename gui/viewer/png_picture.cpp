#include "gui/viewer/image_document.hpp"

#include <png.h>

namespace hdskit::gui {
namespace {

/// libpng's simplified reader, given back whatever happens.
struct PngImage {
  png_image image{};
  PngImage() { image.version = PNG_IMAGE_VERSION; }
  ~PngImage() { png_image_free(&image); }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;
};

} // namespace

DecodedImage decode_png(std::string_view bytes, const std::string& name) {
  constexpr double most = 50e6; // 150 MB while it is decoded
  PngImage png;
  if (!png_image_begin_read_from_memory(&png.image, bytes.data(), bytes.size())) refuse_damaged_image(name);
  require_bounded_image(png.image.width, png.image.height, most, name);
  png.image.format = PNG_FORMAT_RGB;
  DecodedImage decoded{static_cast<int>(png.image.width), static_cast<int>(png.image.height), {}};
  decoded.picture = {decoded.width, decoded.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(png.image))};
  const png_color paper{255, 255, 255}; // what is transparent
  if (!png_image_finish_read(&png.image, &paper, decoded.picture.rgb.data(), 0, nullptr)) refuse_damaged_image(name);
  return decoded;
}

} // namespace hdskit::gui
