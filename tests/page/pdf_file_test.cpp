#include "toolkit/page/pdf_file.hpp"

#include "tests/page/witness.hpp"
#include "tests/support/golden.hpp"
#include "toolkit/base/problem.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace hdskit::page {
namespace {

using testing::HasSubstr;

constexpr std::string_view drawing = "0 0 1 rg 10 10 50 50 re f\n";

/// Pages of 100 by 100 points; the second kind of stream when `poured`.
Digest write_pages(const std::filesystem::path& path, int count, bool poured) {
  PdfFile file{path};
  const int pages = file.reserve();
  std::string kids;
  for (int i = 0; i < count; ++i) {
    const int content = file.reserve();
    if (poured) file.write_stream(content, "", [](const auto& take) { take(drawing.substr(0, 9)), take(drawing.substr(9)); });
    else file.write_stream(content, "/Filter /FlateDecode", deflated(drawing));
    kids += pdf_reference(file.add("<< /Type /Page /Parent " + pdf_reference(pages) + " /MediaBox [0 0 100 100] /Resources << >> /Contents " +
                                   pdf_reference(content) + " >>")) +
            " ";
  }
  file.write(pages, "<< /Type /Pages /Count " + std::to_string(count) + " /Kids [" + kids + "] >>");
  file.finish(file.add("<< /Type /Catalog /Pages " + pdf_reference(pages) + " >>"), file.add("<< /Title " + pdf_text("Été") + " >>"));
  return file.digest();
}

TEST(PdfFile, is_read_without_complaint_by_qpdf) {
  const ScratchFolder folder;
  for (const bool poured : {false, true}) {
    const auto path = folder.path() / "f.pdf";
    write_pages(path, 12, poured);
    const auto verdict = tests::qpdf_check(path.string());
    EXPECT_EQ(verdict.status, 0) << verdict.text;
    EXPECT_THAT(verdict.text, HasSubstr("No syntax or stream encoding errors"));
    EXPECT_THAT(tests::run("pdfinfo " + path.string()).text, HasSubstr("Été"));
  }
}

TEST(PdfFile, a_poured_stream_holds_the_pieces_one_behind_the_other) {
  const ScratchFolder folder;
  const auto path = folder.path() / "f.pdf";
  write_pages(path, 1, true);
  EXPECT_EQ(tests::run("qpdf --show-object=2 --raw-stream-data " + path.string()).text, drawing);
}

TEST(PdfFile, same_input_gives_the_same_bytes_and_other_input_another_identifier) {
  const ScratchFolder folder;
  write_pages(folder.path() / "1.pdf", 3, false);
  write_pages(folder.path() / "2.pdf", 3, false);
  write_pages(folder.path() / "3.pdf", 4, false);
  const auto bytes = [&](const char* name) { return tests::read_bytes((folder.path() / name).string()); };
  const auto identifier = [](const std::string& pdf) { return pdf.substr(pdf.find("/ID [<") + 6, 32); };
  EXPECT_EQ(bytes("1.pdf"), bytes("2.pdf"));
  EXPECT_NE(identifier(bytes("1.pdf")), identifier(bytes("3.pdf")));
  EXPECT_EQ(identifier(bytes("1.pdf")), digest_of(bytes("1.pdf").substr(0, bytes("1.pdf").rfind("trailer\n"))).hex().substr(0, 32));
}

TEST(PdfFile, digest_is_that_of_the_file_on_the_disk) {
  const ScratchFolder folder;
  const auto path = folder.path() / "f.pdf";
  const auto told = write_pages(path, 5, true);
  EXPECT_EQ(told, digest_of_file(path));
}

TEST(PdfFile, nothing_appears_before_finish) {
  const ScratchFolder folder;
  const auto path = folder.path() / "f.pdf";
  {
    PdfFile file{path};
    file.add("<< >>");
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(PdfFile, an_object_reserved_and_never_written_does_not_damage_the_table) {
  const ScratchFolder folder;
  const auto path = folder.path() / "f.pdf";
  PdfFile file{path};
  file.reserve();
  file.reserve();
  const int pages = file.reserve();
  const int page = file.add("<< /Type /Page /Parent " + pdf_reference(pages) + " /MediaBox [0 0 9 9] /Resources << >> >>");
  file.write(pages, "<< /Type /Pages /Count 1 /Kids [" + pdf_reference(page) + "] >>");
  file.finish(file.add("<< /Type /Catalog /Pages " + pdf_reference(pages) + " >>"), 0);
  EXPECT_EQ(tests::qpdf_check(path.string()).status, 0) << tests::qpdf_check(path.string()).text;
}

TEST(PdfFile, a_full_disk_is_told_and_leaves_nothing_behind) {
  // A real small disk; without the right to mount one, there is nothing to fill.
  const ScratchFolder folder;
  const auto mount = folder.path() / "disk";
  std::filesystem::create_directory(mount);
  if (tests::run("mount -t tmpfs -o size=1m none " + mount.string()).status != 0) GTEST_SKIP() << "no right to mount a small disk";
  try {
    PdfFile file{mount / "f.pdf"};
    for (int i = 0; i < 64; ++i) file.write_stream(file.reserve(), "", std::string(65'536, 'x'));
    file.finish(1, 0);
    ADD_FAILURE() << "a disk of 1 MB held 4 MB";
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::no_space); }
  EXPECT_TRUE(std::filesystem::is_empty(mount));
  tests::run("umount " + mount.string());
}

TEST(PdfSyntax, numbers_have_three_decimals_at_most_and_no_exponent) {
  EXPECT_EQ(pdf_number(0), "0");
  EXPECT_EQ(pdf_number(-0.0001), "0");
  EXPECT_EQ(pdf_number(100), "100");
  EXPECT_EQ(pdf_number(595.276), "595.276");
  EXPECT_EQ(pdf_number(-1.5), "-1.5");
  EXPECT_EQ(pdf_number(1e9), "1000000000");
  EXPECT_EQ(pdf_number(1e-9), "0");
  EXPECT_EQ(pdf_number(std::nan("")), "0");
}

TEST(PdfSyntax, text_is_escaped_or_told_in_utf16) {
  EXPECT_EQ(pdf_text("a(b)\\c\nd"), "(a\\(b\\)\\\\c\\nd)");
  EXPECT_EQ(pdf_text(""), "()");
  EXPECT_EQ(pdf_text("é"), "<FEFF00E9>");
  EXPECT_EQ(pdf_text("\xF0\x9D\x94\xB8"), "<FEFFD835DD38>");
  EXPECT_EQ(pdf_text("a\xFFz"), "<FEFF0061FFFD007A>");
  EXPECT_EQ(pdf_text("\xC3"), "<FEFFFFFD>");
}

TEST(PdfSyntax, names_keep_any_byte) {
  EXPECT_EQ(pdf_name("F0"), "/F0");
  EXPECT_EQ(pdf_name("a b#/é"), "/a#20b#23#2F#C3#A9");
}

} // namespace
} // namespace hdskit::page
