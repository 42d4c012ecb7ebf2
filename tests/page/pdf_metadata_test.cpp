#include "tests/page/sample_pdf.hpp"
#include "tests/page/witness.hpp"
#include "tests/support/golden.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace hdskit::page {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string sample(const ScratchFolder& folder, const std::string& name) {
  const auto path = folder.path() / name;
  PdfFile file{path};
  PdfFonts fonts;
  tests::finish_sample(file, fonts, tests::shown(fonts, tests::sans, "Bonjour", 12, 60, 700));
  return path.string();
}

/// The XMP packet, as it stands in the file.
std::string packet(const Metadata& metadata, bool claim) {
  const ScratchFolder folder;
  const auto path = folder.path() / "x.pdf";
  PdfFile file{path};
  write_xmp(file, metadata, claim);
  file.finish(1, 0);
  const auto bytes = tests::read_bytes(path.string());
  const auto start = bytes.find("<?xpacket begin"), end = bytes.find("<?xpacket end");
  return bytes.substr(start, end - start);
}

TEST(PdfMetadata, preflight_finds_dictionary_and_xmp_consistent) {
  const ScratchFolder folder;
  const auto verdict = tests::preflight(sample(folder, "s.pdf"));
  EXPECT_EQ(verdict.status, 0) << verdict.text;
  EXPECT_THAT(verdict.text, HasSubstr("is a valid PDF/A-1b file"));
}

TEST(PdfMetadata, a_reader_shows_title_author_and_date) {
  const ScratchFolder folder;
  const auto told = tests::run("TZ=UTC pdfinfo -isodates " + sample(folder, "s.pdf")).text;
  EXPECT_THAT(told, HasSubstr("Dossier d’agrément (été) & <annexes>"));
  EXPECT_THAT(told, HasSubstr("Hôpital d’essai"));
  EXPECT_THAT(told, HasSubstr("2026-11-22T10:15:00Z"));
  EXPECT_THAT(told, HasSubstr("hdskit"));
}

TEST(PdfMetadata, the_packet_is_well_formed_whatever_the_title) {
  auto metadata = tests::sample_metadata();
  metadata.title = "a < b && \"c\" ]]> \x01\n d";
  const ScratchFolder folder;
  write_file(folder.path() / "p.xml", packet(metadata, true));
  EXPECT_EQ(tests::run("xmllint --noout " + (folder.path() / "p.xml").string()).text, "");
}

TEST(PdfMetadata, pdf_a_is_claimed_only_when_asked) {
  EXPECT_THAT(packet(tests::sample_metadata(), true), HasSubstr("<pdfaid:part>1</pdfaid:part>"));
  EXPECT_THAT(packet(tests::sample_metadata(), false), Not(HasSubstr("pdfaid")));
}

TEST(PdfMetadata, what_is_empty_is_left_out) {
  Metadata metadata{.created = tests::sample_metadata().created};
  EXPECT_THAT(packet(metadata, false), Not(HasSubstr("dc:title")));
  EXPECT_THAT(packet(metadata, false), HasSubstr("fr-FR"));
}

TEST(PdfMetadata, a_title_that_is_not_utf8_is_refused) {
  auto metadata = tests::sample_metadata();
  metadata.title = "\xE9t\xE9";
  EXPECT_THROW(packet(metadata, false), Problem);
}

TEST(PdfMetadata, the_colour_profile_is_the_same_on_every_run) {
  const ScratchFolder folder;
  const auto first = tests::read_bytes(sample(folder, "1.pdf"));
  tests::run("sleep 1.1"); // the date inside a fresh profile counts seconds
  EXPECT_EQ(first, tests::read_bytes(sample(folder, "2.pdf")));
}

} // namespace
} // namespace hdskit::page
