#include "toolkit/page/pdf_image.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/deflate_stream.hpp"
#include "toolkit/page/jpeg_head.hpp"
#include "toolkit/page/png_rows.hpp"

namespace hdskit::page {
namespace {

constexpr int largest_side = 20'000;
constexpr std::string_view png_signature{"\x89PNG\r\n\x1A\n", 8};

bool is_png(std::string_view bytes) { return bytes.substr(0, 8) == png_signature; }
bool is_jpeg(std::string_view bytes) { return bytes.substr(0, 3) == "\xFF\xD8\xFF"; }

[[noreturn]] void refuse_neither(const std::string& name) {
  throw Problem{ProblemKind::bad_input, name, tr("“{1}” is neither a PNG nor a JPEG image.", {name}), tr("Save the image as PNG or JPEG, then add it again.")};
}

ImageSize accepted(int width, int height, double dpi, const std::string& name) {
  if (width > largest_side || height > largest_side)
    throw Problem{ProblemKind::bad_input, name,
                  tr("The image “{1}” has {2} by {3} pixels, more than the {4} accepted on a side.",
                     {name, std::to_string(width), std::to_string(height), std::to_string(largest_side)}),
                  tr("Scan it again at 300 dots per inch or less.")};
  ImageSize size{.width = width, .height = height};
  if (dpi >= 10 && dpi <= 10'000) size.dpi = dpi; // anything else is a mistake of the program that wrote it
  return size;
}

std::string entries(int width, int height, int bits, const std::string& space) {
  return "/Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " + std::to_string(height) + " /BitsPerComponent " +
         std::to_string(bits) + " /ColorSpace " + space + " ";
}

/// Calls `take` with the contents of each chunk of one kind.
template <typename Take> void for_each_chunk(std::string_view png, std::string_view kind, const Take& take) {
  constexpr std::size_t frame = 12; // length, kind and check sum around the contents
  png.remove_prefix(png_signature.size());
  while (png.size() >= frame) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(png[i]);
    if (length > png.size() - frame) return;
    if (png.substr(4, 4) == kind) take(png.substr(8, length));
    png.remove_prefix(length + frame);
  }
}

/// A PNG whose compressed data a PDF reader understands as it stands (ISO 32000-1, 7.4.4.4: predictors of PNG).
bool goes_in_as_it_is(const PngHead& head) { return !head.transparent && !head.interlaced && head.bits <= 8; }

std::string colour_space(std::string_view png, const PngHead& head) {
  if (!head.palette) return head.channels == 1 ? "/DeviceGray" : "/DeviceRGB";
  std::string colours;
  for_each_chunk(png, "PLTE", [&](std::string_view palette) {
    for (const char c : palette) {
      const auto byte = static_cast<unsigned char>(c);
      colours += "0123456789ABCDEF"[byte >> 4];
      colours += "0123456789ABCDEF"[byte & 15];
    }
  });
  return "[/Indexed /DeviceRGB " + std::to_string(colours.size() / 6 - 1) + " <" + colours + ">]";
}

int write_png_as_it_is(PdfFile& file, std::string_view bytes, PngRows& rows) {
  while (rows.next()) {} // decoded once, so that a damaged image is found here and not by the reader of the dossier
  const auto& head = rows.head();
  const int object = file.reserve();
  const auto colours = head.palette ? 1 : head.channels;
  file.write_stream(object,
                    entries(head.width, head.height, head.bits, colour_space(bytes, head)) + "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors " +
                        std::to_string(colours) + " /BitsPerComponent " + std::to_string(head.bits) + " /Columns " + std::to_string(head.width) + " >>",
                    [&](const auto& take) { for_each_chunk(bytes, "IDAT", take); });
  return object;
}

int write_png(PdfFile& file, std::string_view bytes, const std::string& name) {
  PngRows rows{bytes, name};
  const auto& head = rows.head();
  accepted(head.width, head.height, head.dpi, name);
  if (goes_in_as_it_is(head)) return write_png_as_it_is(file, bytes, rows);
  const int object = file.reserve();
  file.write_stream(object, entries(head.width, head.height, 8, head.channels == 1 ? "/DeviceGray" : "/DeviceRGB") + "/Filter /FlateDecode",
                    [&](const auto& take) {
                      DeflateStream deflate{take};
                      while (const auto row = rows.next()) deflate.write(*row);
                      deflate.finish();
                    });
  return object;
}

int write_jpeg(PdfFile& file, std::string_view bytes, const std::string& name) {
  const auto head = read_jpeg_head(bytes, name);
  accepted(head.width, head.height, head.dpi, name);
  require_whole_jpeg(bytes, name);
  const int object = file.reserve();
  const std::string space = head.components == 1 ? "/DeviceGray" : head.components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
  // Adobe's programs store ink as 255 minus ink; everybody else's CMYK is taken at its word.
  const std::string decode = head.components == 4 && head.adobe ? "/Decode [1 0 1 0 1 0 1 0] " : "";
  file.write_stream(object, entries(head.width, head.height, 8, space) + decode + "/Filter /DCTDecode", bytes);
  return object;
}

} // namespace

ImageSize image_size(std::string_view bytes, const std::string& name) {
  if (is_png(bytes)) {
    const PngRows rows{bytes, name};
    return accepted(rows.head().width, rows.head().height, rows.head().dpi, name);
  }
  if (!is_jpeg(bytes)) refuse_neither(name);
  const auto head = read_jpeg_head(bytes, name);
  return accepted(head.width, head.height, head.dpi, name);
}

int write_image(PdfFile& file, std::string_view bytes, const std::string& name) {
  if (is_png(bytes)) return write_png(file, bytes, name);
  if (!is_jpeg(bytes)) refuse_neither(name);
  return write_jpeg(file, bytes, name);
}

} // namespace hdskit::page
