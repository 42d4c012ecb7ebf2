#include "toolkit/page/markdown.hpp"

#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace hdskit;
using namespace hdskit::page;
using testing::HasSubstr;

namespace {

template <typename Value> Value only(const Blocks& blocks) {
  if (blocks.size() != 1) throw std::runtime_error{"expected one block, got " + std::to_string(blocks.size())};
  return std::get<Value>(blocks[0].value);
}
template <typename Value> Value at(const Blocks& blocks, std::size_t i) { return std::get<Value>(blocks.at(i).value); }

std::string text_of(const Inlines& inlines) {
  std::string text;
  for (const auto& piece : inlines) text += piece.kind == Inline::Kind::line_break ? "\n" : piece.text;
  return text;
}

/// What the person is told about faulty Markdown.
std::string refusal(const std::string& markdown) {
  try {
    blocks_of_markdown(markdown, "pssi.md");
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_EQ(problem.subject(), "pssi.md");
    EXPECT_FALSE(problem.remedy().empty());
    return std::string{problem.what()} + " / " + problem.remedy();
  }
  return "";
}

} // namespace

TEST(Markdown, reads_emphasis_code_and_links) {
  const auto& text = only<Paragraph>(blocks_of_markdown("du **gras**, de l’*italique*, du `code`, [ici](#lieu)", "x")).text;
  ASSERT_EQ(text.size(), 8u);
  EXPECT_TRUE(text[1].bold);
  EXPECT_TRUE(text[3].italic);
  EXPECT_TRUE(text[5].code);
  EXPECT_EQ(text[7].target, "#lieu");
  EXPECT_EQ(text[7].text, "ici");
}

TEST(Markdown, joins_lines_with_spaces_and_keeps_hard_breaks) {
  const auto& text = only<Paragraph>(blocks_of_markdown("un\ndeux  \ntrois\\\nquatre", "x")).text;
  EXPECT_EQ(text_of(text), "un deux\ntrois\nquatre");
}

TEST(Markdown, reads_page_and_section_references) {
  const auto& text = only<Paragraph>(blocks_of_markdown("page [@page](#pssi), section [@section](#pssi)", "x")).text;
  ASSERT_EQ(text.size(), 4u);
  EXPECT_EQ(text[1].kind, Inline::Kind::page_of);
  EXPECT_EQ(text[1].target, "#pssi");
  EXPECT_EQ(text[3].kind, Inline::Kind::section_of);
}

TEST(Markdown, a_reference_that_comes_from_data_stays_text) {
  const auto& text = only<Paragraph>(blocks_of_markdown("[" + escaped_for_markdown("@page") + "](#pssi) et `[@page](#x)`", "x")).text;
  EXPECT_EQ(text[0].kind, Inline::Kind::text);
  EXPECT_EQ(text[0].text, "@page");
  EXPECT_EQ(text.back().text, "[@page](#x)");
}

TEST(Markdown, reads_headings_with_their_attributes) {
  const auto blocks =
      blocks_of_markdown("# Politique {#pssi .unnumbered}\n\n## Accès & secours ##\n\nAnnexes {.unlisted}\n===\n\n### Liste {brouillon}\n", "x");
  EXPECT_EQ(text_of(at<Heading>(blocks, 0).text), "Politique");
  EXPECT_EQ(at<Heading>(blocks, 0).anchor, "pssi");
  EXPECT_FALSE(at<Heading>(blocks, 0).numbered);
  EXPECT_TRUE(at<Heading>(blocks, 0).in_contents);
  EXPECT_EQ(at<Heading>(blocks, 1).level, 2);
  EXPECT_EQ(at<Heading>(blocks, 1).anchor, "acces-secours");
  EXPECT_EQ(text_of(at<Heading>(blocks, 2).text), "Annexes");
  EXPECT_FALSE(at<Heading>(blocks, 2).in_contents);
  EXPECT_EQ(text_of(at<Heading>(blocks, 3).text), "Liste {brouillon}");
}

TEST(Markdown, makes_anchors_unique) {
  const auto blocks = blocks_of_markdown("# Sauvegarde\n\n# Sauvegarde\n\n# Autre {#sauvegarde-2}\n", "x");
  EXPECT_EQ(at<Heading>(blocks, 0).anchor, "sauvegarde");
  EXPECT_EQ(at<Heading>(blocks, 1).anchor, "sauvegarde-3");
  EXPECT_THAT(refusal("# A {#x}\n\n# B {#x}\n"), HasSubstr("to two places"));
}

TEST(Markdown, attributes_in_data_are_text) {
  const auto blocks = blocks_of_markdown("# " + escaped_for_markdown("Titre {#vol .unnumbered}"), "x");
  EXPECT_EQ(text_of(only<Heading>(blocks).text), "Titre {#vol .unnumbered}");
  EXPECT_TRUE(only<Heading>(blocks).numbered);
}

TEST(Markdown, reads_tables_with_alignment_row_headers_and_caption) {
  const auto blocks = blocks_of_markdown(
      "| Service | RTO | État |\n|:--|--:|:-:|\n| **DPI** | 4 h | a \\| b |\n| PACS | **8 h** |\n\nTableau\u00A0: services *hébergés*\n\nSuite\n", "x");
  const auto& table = at<Table>(blocks, 0);
  ASSERT_EQ(table.columns.size(), 3u);
  EXPECT_EQ(table.columns[1].align, TableColumn::Align::right);
  EXPECT_EQ(table.columns[2].align, TableColumn::Align::centre);
  ASSERT_EQ(table.header.size(), 1u);
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_TRUE(table.rows[0][0].row_header);
  EXPECT_FALSE(table.rows[1][0].row_header);
  EXPECT_FALSE(table.rows[1][1].row_header);
  EXPECT_EQ(table.rows[1].size(), 3u);
  EXPECT_EQ(text_of(table.rows[0][2].text), "a | b");
  EXPECT_EQ(text_of(table.caption), "services hébergés");
  EXPECT_EQ(text_of(at<Paragraph>(blocks, 1).text), "Suite");
}

TEST(Markdown, a_caption_from_data_or_without_table_is_a_paragraph) {
  const auto blocks = blocks_of_markdown("| A |\n|---|\n| b |\n\n" + escaped_for_markdown("Tableau : faux") + "\n\nTableau : seul\n", "x");
  EXPECT_TRUE(at<Table>(blocks, 0).caption.empty());
  EXPECT_EQ(text_of(at<Paragraph>(blocks, 1).text), "Tableau : faux");
  EXPECT_EQ(text_of(at<Paragraph>(blocks, 2).text), "Tableau : seul");
}

TEST(Markdown, reads_nested_lists) {
  const auto blocks = blocks_of_markdown("3. trois\n   - a\n   - b\n4. quatre\n", "x");
  const auto& list = only<List>(blocks);
  EXPECT_TRUE(list.ordered);
  EXPECT_EQ(list.start, 3);
  ASSERT_EQ(list.items.size(), 2u);
  EXPECT_EQ(at<List>(list.items[0], 1).items.size(), 2u);
}

TEST(Markdown, tells_notes_from_quotations) {
  const auto blocks = blocks_of_markdown("> cité\n\n---\n\n> **Note** à lire\n>\n> suite\n", "x");
  EXPECT_EQ(at<Paragraph>(blocks, 0).style, Paragraph::Style::quote);
  EXPECT_TRUE(std::holds_alternative<Rule>(blocks[1].value));
  EXPECT_EQ(at<Paragraph>(blocks, 2).style, Paragraph::Style::note);
  EXPECT_EQ(at<Paragraph>(blocks, 3).style, Paragraph::Style::note);
}

TEST(Markdown, reads_the_small_fenced_blocks) {
  const auto blocks = blocks_of_markdown(
      "```page-break\n```\n\n```form-field\nlabel: Nom\nvalue: CH\\-Nord: site &#124; A\nlines: 3\n```\n\n```contents\ntitle: Sommaire\ndepth: 2\n```\n\n"
      "```anchor\nici\n```\n\n```lead\nEn **bref**.\n```\n\n```\nx = 1\n\n  y\n```\n",
      "x");
  EXPECT_TRUE(std::holds_alternative<PageBreak>(blocks[0].value));
  EXPECT_EQ(at<FormField>(blocks, 1).label, "Nom");
  EXPECT_EQ(at<FormField>(blocks, 1).value, "CH-Nord: site | A");
  EXPECT_EQ(at<FormField>(blocks, 1).lines, 3);
  EXPECT_EQ(at<Contents>(blocks, 2).title, "Sommaire");
  EXPECT_EQ(at<Contents>(blocks, 2).depth, 2);
  EXPECT_EQ(at<Anchor>(blocks, 3).name, "ici");
  EXPECT_EQ(at<Paragraph>(blocks, 4).style, Paragraph::Style::lead);
  EXPECT_EQ(at<Paragraph>(blocks, 5).style, Paragraph::Style::code);
  EXPECT_EQ(text_of(at<Paragraph>(blocks, 5).text), "x = 1\n\n  y");
}

TEST(Markdown, reads_figures_and_tells_their_faults_with_the_line) {
  const auto blocks = blocks_of_markdown("```chart\nA | 1\n```\n\nFigure : barres\n\n- puce\n\n  ```tree\n  A\n    B\n  ```\n", "x");
  EXPECT_FALSE(at<Figure>(blocks, 0).alternative.empty());
  EXPECT_EQ(text_of(at<Figure>(blocks, 0).caption), "barres");
  EXPECT_TRUE(std::holds_alternative<Figure>(at<List>(blocks, 1).items[0].at(1).value));
  EXPECT_THAT(refusal("un\n\n```chart\nunit: Go\nA | x\n```\n"), HasSubstr("line 5"));
}

TEST(Markdown, names_an_unknown_fenced_block_and_the_known_ones) {
  EXPECT_THAT(refusal("texte\n\n```matrice\n```\n"), testing::AllOf(HasSubstr("line 3"), HasSubstr("matrice"), HasSubstr("page-break")));
}

TEST(Markdown, refuses_html_with_its_line_but_drops_comments) {
  EXPECT_TRUE(blocks_of_markdown("<!-- pour\nnous -->\n", "x").empty());
  EXPECT_THAT(refusal("a\n\nb <b>c</b>\n"), testing::AllOf(HasSubstr("line 3"), HasSubstr("<b>")));
  EXPECT_THAT(refusal("a\n\n<div>\nc\n</div>\n"), testing::AllOf(HasSubstr("line 3"), HasSubstr("<div>")));
  EXPECT_THAT(refusal("<!-- a --> <script>x</script>\n"), HasSubstr("HTML is not read"));
  EXPECT_THAT(refusal("| a |\n|---|\n| <br> |\n"), testing::AllOf(HasSubstr("line 3"), HasSubstr("<br>")));
}

TEST(Markdown, refuses_images_and_links_to_nowhere) {
  EXPECT_THAT(refusal("![plan](plan.png)"), HasSubstr("An image"));
  EXPECT_THAT(refusal("[plan](plan.pdf)"), HasSubstr("plan.pdf"));
  EXPECT_THAT(refusal("[x](javascript:alert)"), HasSubstr("no address"));
}

TEST(Markdown, refuses_what_fenced_blocks_cannot_hold) {
  EXPECT_THAT(refusal("```form-field\nvalue: x\n```"), HasSubstr("label:"));
  EXPECT_THAT(refusal("```form-field\nlabel: x\nlines: beaucoup\n```"), testing::AllOf(HasSubstr("line 3"), HasSubstr("whole number")));
  EXPECT_THAT(refusal("```form-field\nlabel: x\nlabel: y\n```"), HasSubstr("each word once"));
  EXPECT_THAT(refusal("```lead\n# titre\n```"), HasSubstr("paragraphs only"));
  EXPECT_THAT(refusal("```anchor\nà la page\n```"), HasSubstr("no name for an anchor"));
  EXPECT_THAT(refusal("- a\n\n  ```page-break\n  ```"), HasSubstr("cannot stand in a list"));
  EXPECT_THAT(refusal("- a\n\n  # b"), HasSubstr("heading cannot stand"));
  EXPECT_THAT(refusal("un\n\n```lead\nligne\n\n<b>x</b>\n```\n"), HasSubstr("line 6"));
}

TEST(Markdown, refuses_foreign_bytes_and_bottomless_nesting) {
  EXPECT_THAT(refusal("caf\xE9"), HasSubstr("UTF-8"));
  EXPECT_THAT(refusal(std::string(5000, '>') + " x"), HasSubstr("nested too deeply"));
  std::string deep = "x";
  for (int i = 0; i < 200; ++i) deep = (i % 2 ? "*a " : "**a ") + deep + (i % 2 ? " a*" : " a**");
  EXPECT_THAT(refusal(deep), HasSubstr("nested too deeply"));
}
