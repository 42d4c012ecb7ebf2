#include "gui/viewer/pdf_document.hpp"
#include "tests/support/workspaces.hpp"
#include "tests/viewer/small_pdf.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;

namespace {

const std::filesystem::path annexes = std::filesystem::path{TESTS_DIR} / "fixtures" / "annexes";

int brightness(const Picture& picture, int x, int y) {
  return picture.rgb.at(3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)));
}

TEST(PdfDocument, draws_a_page_at_the_size_that_is_asked_for) {
  const auto document = PdfDocument::of_bytes(tests::page_of(200, 100), "quart");
  ASSERT_EQ(document->page_count(), 1);
  const auto picture = document->draw(0, 2);
  EXPECT_EQ(picture.width, 400);
  EXPECT_EQ(picture.height, 200);
  EXPECT_LT(brightness(picture, 100, 50), 10) << "the upper left quarter is black";
  EXPECT_GT(brightness(picture, 300, 50), 245);
  EXPECT_GT(brightness(picture, 100, 150), 245) << "paper is white";
}

TEST(PdfDocument, never_draws_more_pixels_than_the_limit_however_large_the_page_claims_to_be) {
  const auto document = PdfDocument::of_bytes(tests::page_of(28'346'456, 28'346'456), "dix_kilometres"); // 10 km a side
  const auto size = document->page_size(0);
  EXPECT_LE(size.width, largest_side);
  EXPECT_LE(size.height, largest_side);
  const auto picture = document->draw(0, 10);
  EXPECT_LE(static_cast<double>(picture.width) * picture.height, most_pixels * 1.01);
  EXPECT_LT(brightness(picture, picture.width / 4, picture.height / 4), 10) << "it is still the whole page";
  EXPECT_GT(brightness(picture, 3 * picture.width / 4, picture.height / 4), 245);
}

TEST(PdfDocument, bounds_a_page_that_is_long_and_thin) {
  const auto document = PdfDocument::of_bytes(tests::page_of(0.001, 28'346'456), "fil");
  const auto picture = document->draw(0, 5);
  EXPECT_LE(picture.height, most_pixels_a_side + 1);
  EXPECT_GE(picture.width, 1);
}

TEST(PdfDocument, turns_a_page_as_it_is_seen) {
  const auto upright = PdfDocument::of_file(annexes / "plain.pdf")->page_size(0), turned = PdfDocument::of_file(annexes / "rotated_90.pdf")->page_size(0);
  EXPECT_LT(upright.width, upright.height);
  EXPECT_GT(turned.width, turned.height);
}

TEST(PdfDocument, says_that_an_encrypted_document_needs_a_password) {
  const auto problem = tests::problem_of([] { PdfDocument::of_file(annexes / "needs_password.pdf"); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_THAT(problem.what(), testing::HasSubstr("password"));
  EXPECT_FALSE(problem.remedy().empty());
}

TEST(PdfDocument, opens_a_document_that_only_forbids_changes) { EXPECT_GE(PdfDocument::of_file(annexes / "owner_encrypted.pdf")->page_count(), 1); }

TEST(PdfDocument, says_that_a_document_without_pages_is_damaged) {
  for (const auto* name : {"no_pages.pdf", "empty.pdf"}) {
    const auto problem = tests::problem_of([&] { PdfDocument::of_file(annexes / name); });
    EXPECT_EQ(problem.kind(), ProblemKind::damaged) << name;
    EXPECT_THAT(problem.what(), testing::HasSubstr(name));
  }
}

TEST(PdfDocument, says_that_a_file_is_not_there) {
  EXPECT_EQ(tests::problem_of([] { PdfDocument::of_file(annexes / "absent.pdf"); }).kind(), ProblemKind::not_found);
}

TEST(PdfDocument, looks_at_every_damaged_document_without_harm) {
  for (const auto& entry : std::filesystem::directory_iterator{annexes}) {
    if (entry.path().extension() != ".pdf") continue;
    try {
      const auto document = PdfDocument::of_file(entry.path());
      for (int page = 0; page < document->page_count(); ++page) {
        const auto size = document->page_size(page);
        EXPECT_GE(size.width, smallest_side) << entry.path();
        EXPECT_LE(size.height, largest_side) << entry.path();
        document->draw(page, 0.5);
        document->text(page);
      }
    } catch (const Problem&) {} // a fine answer
  }
}

TEST(PdfDocument, reads_its_chapters_with_their_pages_and_depths) {
  const auto document =
      PdfDocument::of_bytes(tests::with_outline({"<< /Title (Partie) /Parent 9 0 R /Dest [3 0 R /Fit] /First 11 0 R /Last 12 0 R /Next 13 0 R >>",
                                                 "<< /Title (Chapitre 1) /Parent 10 0 R /Dest [4 0 R /Fit] /Next 12 0 R >>",
                                                 "<< /Title (Chapitre 2) /Parent 10 0 R /Dest [5 0 R /Fit] >>",
                                                 "<< /Title (Ailleurs) /Parent 9 0 R /A << /S /URI /URI (https://example.org) >> >>"}),
                            "chapitres");
  std::vector<std::string> told;
  for (const auto& entry : document->outline())
    told.push_back(std::string(static_cast<std::size_t>(entry.depth), '-') + entry.title + " " + std::to_string(entry.page));
  EXPECT_THAT(told, ElementsAre("Partie 0", "-Chapitre 1 1", "-Chapitre 2 2"));
}

TEST(PdfDocument, ends_an_outline_that_loops) {
  const auto own_child =
      PdfDocument::of_bytes(tests::with_outline({"<< /Title (Sans fin) /Parent 9 0 R /Dest [3 0 R /Fit] /First 10 0 R /Last 10 0 R >>"}), "enfant");
  EXPECT_LE(own_child->outline().size(), static_cast<std::size_t>(deepest_outline));
  const auto two = PdfDocument::of_bytes(tests::with_outline({"<< /Title (A) /Parent 9 0 R /Dest [3 0 R /Fit] /First 11 0 R /Last 11 0 R /Next 11 0 R >>",
                                                              "<< /Title (B) /Parent 9 0 R /Dest [4 0 R /Fit] /First 10 0 R /Last 10 0 R /Next 10 0 R >>"}),
                                         "boucle");
  EXPECT_LE(two->outline().size(), most_outline_entries);
}

TEST(PdfDocument, finds_words_where_they_stand) {
  const auto document = PdfDocument::of_bytes(tests::with_outline({"<< /Title (A) /Parent 9 0 R /Dest [3 0 R /Fit] >>"}), "texte");
  EXPECT_THAT(document->text(1), testing::HasSubstr("Page 2 sauvegarde"));
  const auto hits = document->find(1, "SAUVEGARDE");
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].page, 1);
  EXPECT_NEAR(hits[0].area.y, 85, 15) << "from the top: 400 less 300 and the height of the letters";
  EXPECT_GT(hits[0].area.x, 90);
  EXPECT_TRUE(document->find(1, "restauration").empty());
}

TEST(PdfDocument, opens_the_kind_that_the_first_bytes_tell) {
  EXPECT_EQ(open_document(annexes / "plain.pdf")->page_count(), PdfDocument::of_file(annexes / "plain.pdf")->page_count());
  EXPECT_EQ(open_document(annexes / "rgb.png")->page_count(), 1);
  EXPECT_EQ(open_document(std::make_shared<const std::string>(read_file(annexes / "rgb.jpg")), "photo")->page_count(), 1);
  const auto problem = tests::problem_of([] { open_document(std::make_shared<const std::string>("Bonjour"), "lettre.txt"); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_THAT(problem.what(), testing::HasSubstr("lettre.txt"));
}

} // namespace
