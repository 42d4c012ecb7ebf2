#include "gui/viewer/image_document.hpp"

#include <csetjmp>
#include <cstdio> // jpeglib.h needs it and forgets it
#include <jpeglib.h>

#include <jerror.h>

namespace hdskit::gui {
namespace {

constexpr double most_of_whole = 400e6; ///< pixels; a progressive one keeps all its coefficients, so that the next limit holds for it
constexpr long most_memory = 256l << 20;

struct Failure {
  jpeg_error_mgr manager{};
  std::jmp_buf where{};
};

void leave(j_common_ptr jpeg) { std::longjmp(reinterpret_cast<Failure*>(jpeg->err)->where, 1); }
void say_nothing(j_common_ptr) {}

/// A few bytes may claim thousands of scans over a large image: each takes as long as the first.
void count_scans(j_common_ptr jpeg) {
  constexpr int most_scans = 200;
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > most_scans) leave(jpeg);
}

/// libjpeg leaves by longjmp, which skips destructors: between setjmp and the jump only what these functions call may run, and it owns nothing.
class JpegReader {
public:
  explicit JpegReader(std::string_view bytes) : bytes_{bytes} {
    jpeg_.err = jpeg_std_error(&failure_.manager);
    failure_.manager.error_exit = leave;
    failure_.manager.output_message = say_nothing;
  }
  ~JpegReader() { jpeg_destroy_decompress(&jpeg_); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  bool read_head() {
    if (setjmp(failure_.where)) return false;
    jpeg_create_decompress(&jpeg_);
    jpeg_.mem->max_memory_to_use = most_memory;
    jpeg_.progress = &watch_;
    watch_.progress_monitor = count_scans;
    jpeg_mem_src(&jpeg_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    return jpeg_read_header(&jpeg_, TRUE) == JPEG_HEADER_OK;
  }

  /// As large as a picture may be.
  bool settle_size() {
    if (setjmp(failure_.where)) return false;
    jpeg_.out_color_space = jpeg_.num_components == 4 ? JCS_CMYK : JCS_RGB;
    for (jpeg_.scale_num = 8, jpeg_.scale_denom = 8; jpeg_.scale_num >= 1; jpeg_.scale_num /= 2) {
      jpeg_calc_output_dimensions(&jpeg_);
      if (static_cast<double>(jpeg_.output_width) * jpeg_.output_height <= most_pixels) return true;
    }
    jpeg_.scale_num = 1;
    return true;
  }

  bool read_rows(std::uint8_t* rows, std::size_t row_size) {
    if (setjmp(failure_.where)) return false;
    jpeg_start_decompress(&jpeg_);
    while (jpeg_.output_scanline < jpeg_.output_height) {
      JSAMPROW row = rows + row_size * jpeg_.output_scanline;
      jpeg_read_scanlines(&jpeg_, &row, 1);
    }
    return true; // without jpeg_finish_decompress: a missing end is no reason to hide what is there
  }

  bool wanted_more_memory() const { return failure_.manager.msg_code == JERR_NO_BACKING_STORE || failure_.manager.msg_code == JERR_OUT_OF_MEMORY; }
  const jpeg_decompress_struct& jpeg() const { return jpeg_; }

private:
  std::string_view bytes_;
  Failure failure_;
  jpeg_progress_mgr watch_{};
  jpeg_decompress_struct jpeg_{};
};

/// Adobe writes the inks upside down: 255 is no ink.
void turn_to_rgb(const std::vector<std::uint8_t>& inks, bool inverted, std::vector<std::uint8_t>& rgb) {
  for (std::size_t i = 0; i + 3 < inks.size(); i += 4) {
    const auto light = [&](std::size_t ink) { return inverted ? inks[i + ink] : 255 - inks[i + ink]; };
    for (std::size_t ink = 0; ink < 3; ++ink) rgb[i / 4 * 3 + ink] = static_cast<std::uint8_t>(light(ink) * light(3) / 255);
  }
}

} // namespace

DecodedImage decode_jpeg(std::string_view bytes, const std::string& name) {
  JpegReader reader{bytes};
  if (!reader.read_head()) refuse_damaged_image(name);
  const auto& jpeg = reader.jpeg();
  require_bounded_image(jpeg.image_width, jpeg.image_height, most_of_whole, name);
  if (!reader.settle_size()) refuse_damaged_image(name);
  DecodedImage decoded{static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height), {}};
  const std::size_t width = jpeg.output_width, height = jpeg.output_height;
  decoded.picture = {static_cast<int>(width), static_cast<int>(height), std::vector<std::uint8_t>(3 * width * height)};
  const bool four_inks = jpeg.out_color_space == JCS_CMYK;
  std::vector<std::uint8_t> inks(four_inks ? 4 * width * height : 0);
  if (!reader.read_rows(four_inks ? inks.data() : decoded.picture.rgb.data(), (four_inks ? 4 : 3) * width)) {
    if (reader.wanted_more_memory()) refuse_large_image(name);
    refuse_damaged_image(name);
  }
  if (four_inks) turn_to_rgb(inks, jpeg.saw_Adobe_marker, decoded.picture.rgb);
  return decoded;
}

} // namespace hdskit::gui
