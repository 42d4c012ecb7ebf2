#include "toolkit/page/annex_image.hpp"

#include "toolkit/page/jpeg_head.hpp"
#include "toolkit/page/overlay_form.hpp"
#include "toolkit/page/pdf_image.hpp"
#include "toolkit/page/png_rows.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr double short_side = 595.276, long_side = 841.89; // A4 in points
constexpr double margin = 36;

} // namespace

void require_whole_image(std::string_view bytes, const std::string& name) {
  image_size(bytes, name);
  if (bytes.starts_with("\xFF\xD8")) return require_whole_jpeg(bytes, name);
  PngRows rows{bytes, name};
  while (rows.next()) {}
}

int write_image_page(PdfFile& file, std::string_view bytes, const std::string& name, int parent, const OverlayOf& overlay) {
  const auto size = image_size(bytes, name);
  const int image = write_image(file, bytes, name);
  const bool lying = size.width > size.height;
  const PageBox page{0, 0, lying ? long_side : short_side, lying ? short_side : long_side};
  const double natural = 72 / size.dpi; // points for a pixel
  const double scale = std::min({natural, (page.width() - 2 * margin) / size.width, (page.height() - 2 * margin) / size.height});
  const double width = size.width * scale, height = size.height * scale;
  std::string content = "q " + pdf_number(width) + " 0 0 " + pdf_number(height) + " " + pdf_number((page.width() - width) / 2) + " " +
                        pdf_number((page.height() - height) / 2) + " cm /Image Do Q\n";
  std::string forms = "/Image " + pdf_reference(image);
  if (const int form = write_overlay(file, overlay, page, 0, 1, 1)) {
    forms += " /Overlay " + pdf_reference(form);
    content += "q /Overlay Do Q\n";
  }
  const int stream = file.reserve();
  file.write_stream(stream, "", content);
  return file.add("<< /Type /Page /Parent " + pdf_reference(parent) + " /MediaBox [0 0 " + pdf_number(page.width()) + " " + pdf_number(page.height()) +
                  "] /Contents " + pdf_reference(stream) + " /Resources << /XObject << " + forms + " >> >> >>");
}

} // namespace hdskit::page
