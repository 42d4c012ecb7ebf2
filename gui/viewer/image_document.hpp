#pragma once

#include "gui/viewer/paged_document.hpp"

#include <string_view>

namespace hdskit::gui {

/// A PNG or a JPEG as a document of one page, at 96 pixels to the inch.
class ImageDocument : public PagedDocument {
public:
  /// Decodes it at once, a large JPEG at a half, a quarter or an eighth. Throws Problem damaged, and bad_input for more than 20,000 pixels
  /// a side or more than can be held.
  ImageDocument(std::string_view bytes, const std::string& name);

  int page_count() override { return 1; }
  PageSize page_size(int page) override;
  std::string page_label(int) override { return {}; }
  std::vector<OutlineEntry> outline() override { return {}; }
  Picture draw(int page, double pixels_per_point) override;
  std::string text(int) override { return {}; }
  std::vector<Hit> find(int, const std::string&) override { return {}; }

private:
  PageSize size_;
  Picture picture_;
};

/// What is decoded of an image, and how large the whole is.
struct DecodedImage {
  int width = 0, height = 0; ///< of the whole, pixels
  Picture picture;
};
DecodedImage decode_png(std::string_view bytes, const std::string& name);
DecodedImage decode_jpeg(std::string_view bytes, const std::string& name);

[[noreturn]] void refuse_damaged_image(const std::string& name);
[[noreturn]] void refuse_large_image(const std::string& name);
void require_bounded_image(double width, double height, double most, const std::string& name);

} // namespace hdskit::gui
