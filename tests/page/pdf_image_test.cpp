#include "toolkit/page/pdf_image.hpp"

#include "tests/page/rendered.hpp"
#include "tests/support/golden.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace hdskit::page {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string fixture(const std::string& name) { return tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/annexes/" + name); }

constexpr int enlarged = 10; // points for a pixel

/// A file of one page that the image fills.
std::string pdf_of(const ScratchFolder& folder, const std::string& name) {
  const auto bytes = fixture(name);
  const auto size = image_size(bytes, name);
  const auto path = folder.path() / "image.pdf";
  PdfFile file{path};
  const int pages = file.reserve();
  const int image = write_image(file, bytes, name);
  const auto width = std::to_string(size.width * enlarged), height = std::to_string(size.height * enlarged);
  const int content = file.reserve();
  file.write_stream(content, "", width + " 0 0 " + height + " 0 0 cm /I Do");
  const int page = file.add("<< /Type /Page /Parent " + pdf_reference(pages) + " /MediaBox [0 0 " + width + " " + height + "] /Resources << /XObject << /I " +
                            pdf_reference(image) + " >> >> /Contents " + pdf_reference(content) + " >>");
  file.write(pages, "<< /Type /Pages /Count 1 /Kids [" + pdf_reference(page) + "] >>");
  file.finish(file.add("<< /Type /Catalog /Pages " + pdf_reference(pages) + " >>"), 0);
  return path.string();
}

/// The colours of one row of pixels, as drawn.
std::vector<std::array<int, 3>> row_of(const std::string& name, int y = 0) {
  const ScratchFolder folder;
  const auto pdf = pdf_of(folder, name);
  const auto check = tests::qpdf_check(pdf);
  EXPECT_EQ(check.status, 0) << check.text;
  const auto drawn = tests::rendered(pdf);
  std::vector<std::array<int, 3>> out;
  for (int x = enlarged / 2; x < drawn.width; x += enlarged) out.push_back(drawn.at(x, y * enlarged + enlarged / 2));
  return out;
}

std::string refusal_of(const std::string& name) {
  const ScratchFolder folder;
  PdfFile file{folder.path() / "x.pdf"};
  try {
    write_image(file, fixture(name), name);
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_FALSE(problem.remedy().empty());
    return problem.what();
  }
  return "accepted";
}

using Colour3 = std::array<int, 3>;

TEST(PdfImage, transparency_is_laid_on_white) {
  EXPECT_THAT(row_of("alpha.png"), ElementsAre(Colour3{255, 0, 0}, Colour3{255, 127, 127}, Colour3{0, 0, 0}, Colour3{255, 255, 255}));
  EXPECT_THAT(row_of("grey_alpha.png"), ElementsAre(Colour3{0, 0, 0}, Colour3{127, 127, 127}, Colour3{255, 255, 255}));
  EXPECT_THAT(row_of("palette_transparent.png"), ElementsAre(Colour3{255, 0, 0}, Colour3{255, 255, 255}, Colour3{0, 0, 255}, Colour3{255, 255, 127}));
}

TEST(PdfImage, sixteen_bits_become_eight) {
  EXPECT_THAT(row_of("depth_16.png"), ElementsAre(Colour3{255, 0, 0}, Colour3{0, 255, 0}, Colour3{0, 0, 255}, Colour3{128, 128, 128}));
}

TEST(PdfImage, a_palette_keeps_its_colours) {
  EXPECT_THAT(row_of("palette.png"), ElementsAre(Colour3{255, 0, 0}, Colour3{0, 255, 0}, Colour3{0, 0, 255}, Colour3{255, 255, 0}));
}

TEST(PdfImage, one_bit_a_pixel_stays_black_and_white) {
  const Colour3 black{0, 0, 0}, white{255, 255, 255};
  EXPECT_THAT(row_of("grey_1_bit.png"), ElementsAre(white, black, white, black, white, black, white, black, white, black));
}

TEST(PdfImage, an_interlaced_image_is_put_together) {
  EXPECT_THAT(row_of("interlaced.png", 0), ElementsAre(Colour3{200, 0, 0}, Colour3{0, 200, 0}));
  EXPECT_THAT(row_of("interlaced.png", 1), ElementsAre(Colour3{0, 0, 200}, Colour3{50, 50, 50}));
}

TEST(PdfImage, an_ordinary_png_keeps_its_compressed_bytes) {
  const ScratchFolder folder;
  const auto pdf = tests::read_bytes(pdf_of(folder, "rgb.png"));
  const auto png = fixture("rgb.png");
  const auto start = png.find("IDAT") + 4, end = png.find("IEND") - 8;
  EXPECT_THAT(pdf, HasSubstr(png.substr(start, end - start)));
  EXPECT_THAT(row_of("rgb.png", 10).at(20), ElementsAre(120, 40, 128));
}

TEST(PdfImage, a_jpeg_goes_in_byte_by_byte) {
  const ScratchFolder folder;
  for (const std::string name : {"rgb.jpg", "grey.jpg", "cmyk.jpg", "progressive.jpg"})
    EXPECT_THAT(tests::read_bytes(pdf_of(folder, name)), HasSubstr(fixture(name))) << name;
  EXPECT_THAT(row_of("grey.jpg").front(), ElementsAre(192, 192, 192));
}

TEST(PdfImage, cmyk_of_adobe_is_turned_round) {
  const ScratchFolder folder;
  const auto plain = fixture("cmyk.jpg");
  EXPECT_THAT(tests::read_bytes(pdf_of(folder, "cmyk.jpg")), HasSubstr("/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]"));
  // The paper of the page is white: inverted by mistake it would be black.
  const auto row = row_of("cmyk.jpg", 80);
  EXPECT_THAT(row.at(117), ElementsAre(testing::Gt(240), testing::Gt(240), testing::Gt(240)));
}

TEST(PdfImage, size_and_resolution_come_from_the_head) {
  const auto png = image_size(fixture("rgb.png"), "rgb.png");
  EXPECT_EQ(png.width, 40);
  EXPECT_EQ(png.height, 60);
  EXPECT_NEAR(png.dpi, 150, 0.1);
  EXPECT_NEAR(image_size(fixture("grey.jpg"), "grey.jpg").dpi, 150, 0.2); // told in dots per centimetre
  EXPECT_EQ(image_size(fixture("alpha.png"), "alpha.png").dpi, 96);       // not told
  EXPECT_EQ(image_size(fixture("progressive.jpg"), "progressive.jpg").width, 234);
}

TEST(PdfImage, what_is_incomplete_or_strange_is_refused_in_a_sentence) {
  EXPECT_THAT(refusal_of("truncated.png"), HasSubstr("“truncated.png” is truncated"));
  EXPECT_THAT(refusal_of("truncated_alpha.png"), HasSubstr("is truncated"));
  EXPECT_THAT(refusal_of("damaged.png"), HasSubstr("“damaged.png” is damaged"));
  EXPECT_THAT(refusal_of("truncated.jpg"), HasSubstr("“truncated.jpg” is truncated"));
  EXPECT_THAT(refusal_of("arithmetic_coding.jpg"), HasSubstr("a kind of JPEG"));
  EXPECT_THAT(refusal_of("too_wide.png"), HasSubstr("30000 by 1 pixels"));
  EXPECT_THAT(refusal_of("plain.pdf"), HasSubstr("neither a PNG nor a JPEG"));
  EXPECT_THAT(refusal_of("empty.pdf"), HasSubstr("neither a PNG nor a JPEG"));
}

TEST(PdfImage, every_shortened_head_is_refused_and_none_crashes) {
  for (const std::string name : {"rgb.jpg", "rgb.png"}) {
    const auto whole = fixture(name);
    for (std::size_t length = 0; length < 60; ++length) EXPECT_THROW(image_size(whole.substr(0, length), name), Problem) << name << " " << length;
  }
}

} // namespace
} // namespace hdskit::page
