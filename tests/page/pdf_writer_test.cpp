#include "tests/page/specimen.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace hdskit::page {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using namespace tests;

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) names.push_back(entry.path().filename().string());
  return names;
}

TEST(PdfWriter, writes_one_of_everything_as_valid_pdf_a) {
  const Written written{specimen()};
  EXPECT_EQ(qpdf_check(written.pdf).status, 0) << qpdf_check(written.pdf).text;
  const auto verdict = preflight(written.pdf);
  EXPECT_EQ(verdict.status, 0) << verdict.text;
  EXPECT_THAT(verdict.text, HasSubstr("is a valid PDF/A-1b file"));
}

TEST(PdfWriter, says_what_it_wrote) {
  const Written written{specimen()};
  EXPECT_EQ(written.outcome.digest, digest_of_file(written.pdf));
  EXPECT_EQ(written.outcome.size, std::filesystem::file_size(written.pdf));
  EXPECT_EQ(written.outcome.pages, std::stoi(run("qpdf --show-npages " + quoted(written.pdf)).text));
  ASSERT_GE(written.outcome.headings.size(), 5U);
  EXPECT_EQ(written.outcome.headings[0].text, "1\u00a0Présentation de l’hébergeur");
  EXPECT_EQ(written.outcome.headings[2].anchor, "mesures");
  EXPECT_EQ(written.outcome.headings[2].page, written.outcome.pages_of_anchors.at("mesures"));
  EXPECT_THAT(flowing(written.text(written.outcome.pages_of_anchors.at("suite"))), HasSubstr("1.2.1 Sous-section"));
}

TEST(PdfWriter, gives_the_same_bytes_whatever_the_threads) {
  auto document = specimen();
  for (int i = 0; i < 200; ++i) document.blocks.push_back(paragraph(prose(4, i) + " mot" + std::to_string(i))), document.blocks.push_back({table(i % 9)});
  const Written one{document, 1}, two{document, 2}, five{document, 5}, again{document, 5};
  EXPECT_EQ(read_bytes(one.pdf), read_bytes(two.pdf));
  EXPECT_EQ(read_bytes(one.pdf), read_bytes(five.pdf));
  EXPECT_EQ(read_bytes(five.pdf), read_bytes(again.pdf));
}

TEST(PdfWriter, keeps_accents_ligatures_and_divided_words_searchable) {
  auto document = empty_document();
  for (int i = 0; i < 10; ++i)
    document.blocks.push_back(paragraph("Il est difficile, réflexion faite, de définir l’efficacité du cœur ÉLÈVE naïf. " + prose(6, i)));
  const auto text = flowing(Written{document}.text());
  EXPECT_THAT(text, HasSubstr("Il est difficile, réflexion faite, de définir l’efficacité du cœur ÉLÈVE naïf."));
  // Dividing words has to be undone for a search to find them: every sentence must be there whole, each time.
  EXPECT_EQ(count_of(text, "périodiquement l’efficacité des sauvegardes difficiles à restituer"), 12);
  EXPECT_EQ(count_of(text, "responsable compétent"), 12);
}

TEST(PdfWriter, divides_words_at_line_ends) {
  auto document = empty_document();
  for (int i = 0; i < 30; ++i) document.blocks.push_back(paragraph(prose(7, i)));
  EXPECT_GT(count_of(Written{document}.layout(), "-\n"), 10);
}

TEST(PdfWriter, says_the_watermark_on_each_page) {
  auto document = specimen();
  document.watermark = "PROJET – DRAFT";
  const Written written{document};
  for (int page = 1; page <= written.outcome.pages; ++page) EXPECT_THAT(flowing(written.text(page)), HasSubstr("PROJET – DRAFT")) << page;
  EXPECT_EQ(count_of(flowing(written.text()), "PROJET – DRAFT"), written.outcome.pages) << "the large letters are outlines, not text";
  EXPECT_EQ(preflight(written.pdf).status, 0);
}

TEST(PdfWriter, stamps_and_numbers_every_page_of_annexes) {
  auto document = specimen();
  document.watermark = "PROJET";
  const std::filesystem::path annexes = std::filesystem::path{TESTS_DIR} / "fixtures" / "annexes";
  document.annexes = {{"annexe-1", "Annexe 1 – Politique", "Annexe 1", annexes / "rotated_each_way.pdf"},
                      {"annexe-2", "Annexe 2 – Scan", "Annexe 2", annexes / "landscape.pdf"}};
  document.blocks.push_back({Paragraph{.text = {{.text = "voir annexe 2 page "}, {.kind = Inline::Kind::page_of, .target = "#annexe-2"}}}});
  const Written written{document};
  EXPECT_EQ(qpdf_check(written.pdf).status, 0);
  ASSERT_GT(written.outcome.pages, written.outcome.generated_pages);
  const auto total = std::to_string(written.outcome.pages);
  for (int page = written.outcome.generated_pages + 1; page <= written.outcome.pages; ++page) {
    const auto text = flowing(written.text(page));
    EXPECT_THAT(text, HasSubstr("page " + std::to_string(page) + " / " + total));
    EXPECT_THAT(text, HasSubstr("PROJET"));
    EXPECT_THAT(text, testing::ContainsRegex("Annexe [12] – page [0-9]+ / [0-9]+"));
  }
  EXPECT_THAT(flowing(written.text(written.outcome.generated_pages)),
              HasSubstr("voir annexe 2 page " + std::to_string(written.outcome.pages_of_anchors.at("annexe-2"))));
  EXPECT_THAT(flowing(written.layout(2)), HasSubstr("Annexe 1 – Politique"));
}

TEST(PdfWriter, names_every_anchor_that_does_not_exist) {
  auto document = empty_document();
  document.blocks.push_back({Paragraph{.text = {{.text = "a", .target = "#nulle-part"}, {.kind = Inline::Kind::page_of, .target = "#absente"}}}});
  Table inside{.columns = {{}}, .header = {}, .rows = {{{.text = {{.text = "b", .target = "#perdue"}}}}}, .caption = {}};
  document.blocks.push_back({List{.items = {{{inside}}}}});
  const ScratchFolder folder;
  try {
    write_pdf(document, folder.path() / "d.pdf");
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_THAT(problem.what(), HasSubstr("“#absente”, “#nulle-part”, “#perdue”"));
    EXPECT_FALSE(problem.remedy().empty());
  }
  EXPECT_THAT(names_in(folder.path()), ElementsAre());
}

TEST(PdfWriter, refuses_one_anchor_for_two_places) {
  auto document = empty_document();
  document.blocks = {heading(1, "Un", "ici"), {Anchor{"ici"}}};
  const ScratchFolder folder;
  try {
    write_pdf(document, folder.path() / "d.pdf");
    FAIL();
  } catch (const Problem& problem) { EXPECT_THAT(problem.what(), HasSubstr("“#ici”")); }
}

TEST(PdfWriter, leaves_nothing_when_cancelled) {
  auto document = specimen();
  for (int i = 0; i < 300; ++i) document.blocks.push_back(paragraph(prose(9, i)));
  for (const int steps : {0, 3, 20, 40}) {
    const ScratchFolder folder;
    int asked = 0;
    const Progress progress{.report = {}, .cancelled = [&] { return ++asked > steps; }};
    try {
      write_pdf(document, folder.path() / "d.pdf", {}, progress);
      ADD_FAILURE() << steps;
    } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::cancelled); }
    EXPECT_THAT(names_in(folder.path()), ElementsAre());
  }
}

TEST(PdfWriter, leaves_nothing_after_an_unreadable_picture) {
  auto document = empty_document();
  document.blocks = {paragraph("texte"), {Picture{.bytes = "\x89PNG\r\n", .alternative = "Plan du site"}}};
  const ScratchFolder folder;
  EXPECT_THROW(write_pdf(document, folder.path() / "d.pdf"), Problem);
  EXPECT_THAT(names_in(folder.path()), ElementsAre());
}

TEST(PdfWriter, tells_its_progress) {
  std::vector<std::string> steps;
  const Progress progress{.report =
                              [&](const std::string& step, std::uint64_t done, std::uint64_t total) {
                                EXPECT_LE(done, total);
                                if (steps.empty() || steps.back() != step) steps.push_back(step);
                              },
                          .cancelled = {}};
  const ScratchFolder folder;
  write_pdf(specimen(), folder.path() / "d.pdf", {}, progress);
  EXPECT_THAT(steps, ElementsAre("Shaping", "Writing pages"));
}

TEST(PdfWriter, writes_an_empty_document_as_one_page) {
  const Written written{empty_document()};
  EXPECT_EQ(written.outcome.pages, 1);
  EXPECT_EQ(qpdf_check(written.pdf).status, 0);
  EXPECT_EQ(preflight(written.pdf).status, 0);
  EXPECT_THAT(flowing(written.text()), HasSubstr("page 1 / 1"));
}

} // namespace
} // namespace hdskit::page
