#include "tests/page/sample_pdf.hpp"
#include "tests/page/witness.hpp"
#include "tests/support/golden.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace hdskit::page {
namespace {

using testing::HasSubstr;
using testing::Not;

const FontFace dejavu{"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 0};

std::string pdf_with(const ScratchFolder& folder, const std::string& name, const std::vector<std::pair<FontFace, std::string>>& lines) {
  const auto path = folder.path() / name;
  PdfFile file{path};
  PdfFonts fonts;
  std::string content;
  double y = 780;
  for (const auto& [face, text] : lines) content += tests::shown(fonts, face, text, 14, 60, y -= 24);
  tests::finish_sample(file, fonts, content);
  return path.string();
}

TEST(PdfFont, text_comes_back_out_with_accents_ligatures_and_characters_beyond_the_first_plane) {
  const ScratchFolder folder;
  const auto pdf = pdf_with(folder, "t.pdf", {{tests::sans, "Hébergement : cœur, Å, «été», n° 3, office"}, {dejavu, "office difficile \xF0\x9D\x94\xB8"}});
  const auto text = tests::text_of(pdf);
  EXPECT_THAT(text, HasSubstr("Hébergement : cœur, Å, «été», n° 3, office"));
  EXPECT_THAT(text, HasSubstr("office difficile \xF0\x9D\x94\xB8"));
  EXPECT_EQ(tests::qpdf_check(pdf).status, 0);
}

TEST(PdfFont, is_valid_pdf_a) {
  const ScratchFolder folder;
  const auto pdf = pdf_with(folder, "t.pdf", {{tests::sans, "Sécurité, continuité, accès, restitution"}, {dejavu, "ﬃ office"}});
  const auto verdict = tests::preflight(pdf);
  EXPECT_EQ(verdict.status, 0) << verdict.text;
  EXPECT_THAT(verdict.text, HasSubstr("is a valid PDF/A-1b file"));
}

TEST(PdfFont, embeds_only_the_glyphs_that_are_used) {
  const ScratchFolder folder;
  const auto few = pdf_with(folder, "few.pdf", {{tests::sans, "abc"}});
  EXPECT_LT(std::filesystem::file_size(few), 20'000u); // the whole font has 400 KB
  EXPECT_THAT(tests::run("pdffonts " + few).text, HasSubstr("CID TrueType"));
}

TEST(PdfFont, subset_prefix_follows_the_glyphs_and_nothing_else) {
  const ScratchFolder folder;
  const auto first = tests::read_bytes(pdf_with(folder, "1.pdf", {{tests::sans, "abc"}}));
  const auto again = tests::read_bytes(pdf_with(folder, "2.pdf", {{tests::sans, "abc"}}));
  const auto other = tests::read_bytes(pdf_with(folder, "3.pdf", {{tests::sans, "abd"}}));
  EXPECT_EQ(first, again);
  const auto prefix = [](const std::string& bytes) { return bytes.substr(bytes.find("/FontName /") + 11, 7); };
  EXPECT_THAT(prefix(first), testing::MatchesRegex("[A-Z]{6}\\+"));
  EXPECT_NE(prefix(first), prefix(other));
}

TEST(PdfFont, the_first_text_told_for_a_glyph_wins) {
  const ScratchFolder folder;
  const auto path = folder.path() / "t.pdf";
  PdfFile file{path};
  PdfFonts fonts;
  const auto content = tests::shown(fonts, tests::sans, "x", 14, 60, 700);
  fonts.use(0, 91, "y"); // 91 is the glyph of x in Liberation Sans
  tests::finish_sample(file, fonts, content);
  EXPECT_THAT(tests::text_of(path.string()), HasSubstr("x"));
  EXPECT_THAT(tests::text_of(path.string()), Not(HasSubstr("y")));
}

TEST(PdfFont, refuses_a_font_without_truetype_outlines) {
  const std::string file = "/usr/share/fonts/opentype/cantarell/Cantarell-Regular.otf";
  ASSERT_TRUE(std::filesystem::exists(file)) << "the package fonts-cantarell is missing: scripts/packages.sh check";
  PdfFonts fonts;
  EXPECT_THROW(fonts.font({file, 0}), Problem);
}

TEST(PdfFont, refuses_a_font_whose_licence_forbids_embedding) {
  const ScratchFolder folder;
  auto bytes = tests::read_bytes(tests::sans.file);
  const auto entry = bytes.find("OS/2"); // its entry in the table directory: tag, checksum, offset, length
  ASSERT_NE(entry, std::string::npos);
  std::size_t offset = 0;
  for (std::size_t i = 0; i < 4; ++i) offset = offset << 8 | static_cast<unsigned char>(bytes[entry + 8 + i]);
  bytes[offset + 9] = 2; // fsType: restricted licence
  write_file(folder.path() / "restricted.ttf", bytes);
  PdfFonts fonts;
  try {
    fonts.font({(folder.path() / "restricted.ttf").string(), 0});
    FAIL() << "embedded against its licence";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_THAT(problem.what(), HasSubstr("licence"));
  }
}

TEST(PdfFont, refuses_a_font_that_is_not_there) {
  PdfFonts fonts;
  EXPECT_THROW(fonts.font({"/nowhere/font.ttf", 0}), Problem);
}

} // namespace
} // namespace hdskit::page
