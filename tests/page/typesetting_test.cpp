#include "tests/page/specimen.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/page/hyphenation.hpp"
#include "toolkit/page/references.hpp"
#include "toolkit/page/table_layout.hpp"

#include <gmock/gmock.h>
#include <numeric>

namespace hdskit::page {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using namespace tests;

std::string divided(const std::string& word) {
  static const Hyphenation french{"fr-FR"};
  std::string out;
  std::size_t from = 0;
  for (const auto point : french.points(word)) {
    out += word.substr(from, point - from) + "-";
    from = point;
  }
  return out + word.substr(from);
}

TEST(Hyphenation, divides_french_words) {
  EXPECT_EQ(divided("hébergement"), "hé-ber-ge-ment");
  EXPECT_EQ(divided("l’établissement,"), "l’éta-blis-se-ment,");
  EXPECT_EQ(divided("continuité"), "conti-nuité");
}

TEST(Hyphenation, leaves_capitals_numbers_addresses_and_short_words_whole) {
  for (const auto* word :
       {"RESTAURATION", "sauvegarde2026", "https://exemple.fr/hebergement", "prenom.nom@hopital.fr", "nom_de_variable", "mot", "PostgreSQL", "Marchandeau"})
    EXPECT_EQ(divided(word), word);
}

TEST(Hyphenation, knows_no_point_without_patterns) { EXPECT_TRUE(Hyphenation{"de-DE"}.points("Sicherheitskonzept").empty()); }

struct PrintedWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;
};

/// The words and their boxes, as poppler finds them.
std::vector<PrintedWord> printed_words(const Written& written) {
  std::vector<PrintedWord> words;
  const auto xml = written.text(0, "-bbox");
  for (const auto line : lines_of(xml)) {
    if (trimmed(line).substr(0, 6) != "<word ") continue;
    const auto number = [&](const std::string& name) { return std::stod(std::string{line.substr(line.find(name + "=\"") + name.size() + 2)}); };
    words.push_back({number("xMin"), number("yMin"), number("xMax"), number("yMax"), std::string{line.substr(line.find("\">") + 2)}});
  }
  return words;
}

/// Words whose box reaches out of the margins.
std::vector<std::string> words_outside(const Written& written, const Style& style = {}) {
  std::vector<std::string> outside;
  for (const auto& word : printed_words(written)) {
    const bool furniture = word.bottom < style.margin_top - 5 || word.top > style.page_height - style.margin_bottom + 5;
    const bool beside = word.left < style.margin_left - 0.5 || word.right > style.page_width - style.margin_right + 0.5;
    if (beside || (!furniture && (word.top < style.margin_top - 3 || word.bottom > style.page_height - style.margin_bottom + 3))) outside.push_back(word.text);
  }
  return outside;
}

TEST(Typesetting, keeps_everything_within_the_margins) {
  auto document = specimen();
  document.cover.reset();
  for (int i = 0; i < 40; ++i)
    document.blocks.push_back(paragraph(prose(5, i), i % 3 == 0 ? Paragraph::Style::quote : i % 3 == 1 ? Paragraph::Style::code : Paragraph::Style::note));
  const Written written{document};
  EXPECT_THAT(words_outside(written), ElementsAre());
}

TEST(Typesetting, breaks_what_no_line_can_hold) {
  auto document = empty_document();
  const std::string endless(400, 'm'), address = "https://exemple.invalid/" + std::string(150, 'x') + "/" + std::string(90, 'y');
  document.blocks = {paragraph("Voici " + endless + " et la suite. " + prose(2)),
                     paragraph("Adresse " + address),
                     paragraph(endless, Paragraph::Style::code),
                     heading(2, endless),
                     {List{.items = {{paragraph(endless)}}}}};
  std::string glued;
  for (int i = 0; i < 80; ++i) glued += "mot\u00a0";
  document.blocks.push_back(paragraph(glued));
  Table narrow{.columns = {{}, {}, {}, {}, {}, {}},
               .header = {},
               .rows = {{{.text = words(endless)},
                         {.text = words(address)},
                         {.text = words("a")},
                         {.text = words("b")},
                         {.text = words(glued)},
                         {.text = words("2026-11-22T10:15:00Z")}}},
               .caption = {}};
  document.blocks.push_back({narrow});
  const Written written{document};
  EXPECT_THAT(words_outside(written), ElementsAre());
  auto text = written.text();
  std::erase_if(text, [](char c) { return c != 'm' && c != '\f'; });
  EXPECT_GE(count_of(text, "m"), 5 * 400);
}

TEST(Typesetting, sets_a_paragraph_of_100000_characters) {
  auto document = empty_document();
  document.blocks = {paragraph(prose(1250))};
  const Written written{document};
  EXPECT_GT(written.outcome.pages, 15);
  EXPECT_THAT(words_outside(written), ElementsAre());
  EXPECT_EQ(count_of(flowing(written.text()), "plan de continuité d’activité."), 250);
}

TEST(Typesetting, justifies_lines_to_the_right_margin) {
  auto document = empty_document();
  document.blocks = {paragraph(prose(40))};
  const Written written{document};
  std::map<double, double> ends; // by line
  for (const auto& word : printed_words(written)) ends[word.top] = std::max(ends[word.top], word.right);
  const double right = Style{}.page_width - Style{}.margin_right;
  int justified = 0;
  for (const auto& [y, x] : ends) justified += std::abs(x - right) < 0.3 ? 1 : 0;
  EXPECT_GE(justified, static_cast<int>(ends.size()) - 4) << "all but the last line, header and footer";
  EXPECT_GT(justified, 25);
}

TEST(Typesetting, never_parts_a_sign_from_the_word_before_its_space) {
  auto document = empty_document();
  std::string text;
  for (int i = 0; i < 400; ++i)
    text += std::string(static_cast<std::size_t>(1 + i % 7), 'a') + " : « " + std::string(static_cast<std::size_t>(1 + i % 5), 'b') + " » ; ";
  document.blocks = {paragraph(text)};
  const auto layout = Written{document}.layout();
  for (const auto line : lines_of(layout)) {
    const auto said = trimmed(line);
    for (const auto* sign : {":", ";", "»"}) EXPECT_FALSE(said.starts_with(sign)) << said;
    EXPECT_FALSE(said.ends_with("«")) << said;
  }
}

TEST(Typesetting, draws_signs_that_the_font_lacks_from_another_one) {
  auto document = empty_document();
  document.blocks = {paragraph("☑ fait, ☐ à faire, \u4e2d inconnu, de\u0301compose\u0301")};
  const Written written{document};
  EXPECT_THAT(written.text(), HasSubstr("☑ fait, ☐ à faire"));
  EXPECT_THAT(written.text(), HasSubstr("décomposé"));
  EXPECT_THAT(run("pdffonts " + quoted(written.pdf)).text, HasSubstr("DejaVuSans"));
}

TEST(Typesetting, repairs_text_that_is_not_utf8) {
  auto document = empty_document();
  document.blocks = {paragraph("avant \xE9\xFF apr\x01s")};
  EXPECT_THAT(Written{document}.text(), HasSubstr("avant"));
}

TEST(Typesetting, embeds_each_glyph_with_its_text) {
  const auto fonts = run("pdffonts " + quoted(Written{specimen()}.pdf)).text;
  EXPECT_THAT(fonts, Not(HasSubstr(" no "))) << fonts;
}

TEST(Typesetting, cuts_a_header_that_is_too_long) {
  auto document = empty_document();
  document.header_left = prose(3);
  document.watermark = std::string(200, 'W');
  const Written written{document};
  EXPECT_THAT(words_outside(written), ElementsAre());
  EXPECT_THAT(written.text(), HasSubstr("…"));
}

TEST(Typesetting, asks_for_fonts_that_are_not_installed) {
  const ScratchFolder folder;
  PdfOptions options;
  options.style.serif = "Police Absente";
  try {
    write_pdf(empty_document(), folder.path() / "d.pdf", options);
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::not_found);
    EXPECT_THAT(problem.what(), HasSubstr("“Police Absente”"));
    EXPECT_THAT(problem.remedy(), HasSubstr("fonts-liberation2"));
  }
}

TEST(TableLayout, shares_the_width_by_what_columns_hold) {
  const ColumnNeeds needs{{40, 60}, {50, 900}, {30, 45}};
  const auto widths = column_widths(std::vector<TableColumn>(3), needs, 450);
  EXPECT_NEAR(std::accumulate(widths.begin(), widths.end(), 0.0), 450, 1e-6);
  EXPECT_DOUBLE_EQ(widths[0], 60) << "a column with short lines needs no wrapping";
  EXPECT_DOUBLE_EQ(widths[2], 45);
}

TEST(TableLayout, gives_no_column_less_than_its_longest_word_while_there_is_room) {
  const ColumnNeeds needs{{200, 800}, {90, 90}, {100, 5000}};
  const auto widths = column_widths(std::vector<TableColumn>(3), needs, 400);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_GE(widths[i], needs[i].least - 1e-9) << i;
  EXPECT_NEAR(std::accumulate(widths.begin(), widths.end(), 0.0), 400, 1e-6);
}

TEST(TableLayout, obeys_weights) {
  const ColumnNeeds needs(3, NaturalWidth{10, 500});
  EXPECT_THAT(column_widths({{.weight = 1}, {.weight = 2}, {.weight = 1}}, needs, 400), ElementsAre(100, 200, 100));
  EXPECT_THAT(column_widths({{.weight = 0.25}, {}, {}}, needs, 400), ElementsAre(100, 150, 150));
}

TEST(References, number_headings_and_leave_out_what_stands_below_an_unnumbered_one) {
  auto document = empty_document();
  document.blocks = {heading(1, "A"), heading(2, "B"), {Heading{.level = 1, .text = words("C"), .numbered = false}}, heading(2, "D"), heading(1, "E"),
                     heading(3, "F"), heading(2, "G")};
  std::vector<std::string> numbers;
  for (const auto& entry : gather_references(document).headings) numbers.push_back(entry.number);
  EXPECT_THAT(numbers, ElementsAre("1", "1.1", "", "", "2", "2.1", "2.1"));
}

} // namespace
} // namespace hdskit::page
