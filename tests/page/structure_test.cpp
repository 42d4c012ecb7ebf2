#include "tests/page/specimen.hpp"

#include <gmock/gmock.h>

namespace hdskit::page {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace tests;

/// The tree of tags as poppler reads it, with the text of each element.
std::string tags_of(const Written& written) { return run("pdfinfo -struct-text " + quoted(written.pdf)).text; }

TEST(Structure, has_an_element_for_each_kind_of_block) {
  const Written written{specimen()};
  const auto tags = tags_of(written);
  for (const auto* name : {"Document", "Sect", "H1", "H2",      "H3",     "P ",  "L ",   "LI",   "Lbl",        "LBody", "Table",
                           "TR",       "TH",   "TD", "Caption", "Figure", "TOC", "TOCI", "Link", "BlockQuote", "Note",  "Object"})
    EXPECT_THAT(tags, HasSubstr(name)) << name;
  EXPECT_THAT(tags, Not(HasSubstr("rror")));
  EXPECT_THAT(run("pdfinfo " + quoted(written.pdf)).text, testing::ContainsRegex("Tagged: +yes"));
}

TEST(Structure, reads_a_paragraph_over_two_pages_as_one) {
  auto document = empty_document();
  document.blocks = {paragraph("Début. " + prose(90) + " Fin.")};
  const Written written{document};
  ASSERT_GE(written.outcome.pages, 2);
  const auto tags = tags_of(written);
  EXPECT_EQ(count_of(tags, "\n  P "), 1) << tags;
  EXPECT_LT(tags.find("Début."), tags.find("Fin."));
}

TEST(Structure, reads_a_table_over_pages_as_one_with_one_header) {
  auto document = empty_document();
  Table tall = table(44);
  tall.rows[20][1].text = words(prose(150));
  document.blocks = {{tall}};
  const auto tags = tags_of(Written{document});
  EXPECT_EQ(count_of(tags, "Table"), 1);
  EXPECT_EQ(count_of(tags, "TR"), 45) << "a divided row is one row";
  EXPECT_EQ(count_of(tags, "TD"), 88);
  EXPECT_EQ(count_of(tags, "Délai"), 1);
}

TEST(Structure, says_which_cells_are_headers_and_how_many_columns_they_span) {
  const auto tags = run("pdfinfo -struct " + quoted(Written{specimen()}.pdf)).text;
  EXPECT_THAT(tags, HasSubstr("/Scope /Column"));
  EXPECT_THAT(tags, HasSubstr("/Scope /Row"));
  EXPECT_THAT(tags, HasSubstr("/ColSpan 2"));
}

TEST(Structure, holds_alternative_text_language_and_title) {
  const Written written{specimen()};
  const auto json = run("qpdf --json --json-key=qpdf " + quoted(written.pdf)).text;
  EXPECT_THAT(json, HasSubstr("\"/Alt\": \"u:Trois cercles reliés par un trait\""));
  EXPECT_THAT(json, HasSubstr("\"/Lang\": \"u:fr-FR\""));
  EXPECT_THAT(json, HasSubstr("\"/DisplayDocTitle\": true"));
  EXPECT_EQ(count_of(json, "\"/Tabs\": \"/S\""), written.outcome.pages);
}

TEST(Structure, an_empty_list_item_keeps_its_bullet) {
  auto document = empty_document();
  document.blocks = {{List{.items = {{paragraph("un")}, std::vector<Block>{}, {Block{table(1)}}}}}};
  EXPECT_EQ(count_of(tags_of(Written{document}), "Lbl"), 3);
}

TEST(Structure, annotations_say_where_they_lead) {
  const Written written{specimen()};
  const auto json = run("qpdf --json --json-key=qpdf " + quoted(written.pdf)).text;
  const int links = count_of(json, "\"/Subtype\": \"/Link\"");
  EXPECT_GE(links, 9);
  EXPECT_EQ(count_of(json, "\"/F\": 4"), links);
  EXPECT_THAT(json, HasSubstr("\"/URI\": \"u:https://esante.example.org/r%C3%A9f%C3%A9rentiel\""));
}

TEST(Outline, holds_headings_and_annexes_with_their_levels) {
  auto document = specimen();
  document.annexes = {{"a1", "Annexe 1 – Politique", "Annexe 1", std::filesystem::path{TESTS_DIR} / "fixtures" / "annexes" / "plain.pdf"}};
  const Written written{document};
  const auto json = run("qpdf --json=1 --json-key=outlines " + quoted(written.pdf)).text;
  EXPECT_THAT(json, HasSubstr("1\u00a0Présentation de l’hébergeur"));
  EXPECT_THAT(json, HasSubstr("Annexe 1 – Politique"));
  EXPECT_THAT(json, HasSubstr("\"destpageposfrom1\": " + std::to_string(written.outcome.pages_of_anchors.at("a1"))));
  EXPECT_THAT(json, HasSubstr("\"destpageposfrom1\": " + std::to_string(written.outcome.pages_of_anchors.at("mesures"))));
}

} // namespace
} // namespace hdskit::page
