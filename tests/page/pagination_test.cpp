#include "tests/page/specimen.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>

namespace hdskit::page {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace tests;

/// The lines of a page's text area: without header and footer.
std::vector<std::string> body_lines(const Written& written, int page) {
  std::vector<std::string> lines;
  const auto layout = written.layout(page);
  for (const auto line : lines_of(layout))
    if (const auto said = flowing(std::string{trimmed(line)}); !said.empty()) lines.push_back(said);
  if (!lines.empty() && lines.front().starts_with("Dossier d’agrément")) lines.erase(lines.begin());
  if (!lines.empty() && lines.back().find(" / ") != std::string::npos) lines.pop_back();
  return lines;
}

std::string last_word(const std::string& line) { return line.substr(line.rfind(' ') + 1); }
/// The name that the headings of chapters() end with, or "".
std::string heading_in(const std::string& line) {
  const auto word = last_word(line);
  return word.starts_with("alpha") || word.starts_with("beta") || word.starts_with("gamma") ? word : "";
}

Document chapters(int count) {
  auto document = empty_document();
  document.blocks.push_back({Contents{.title = "Sommaire", .depth = 3}});
  for (int i = 1; i <= count; ++i) {
    const auto number = std::to_string(i);
    document.blocks.push_back(heading(1, "Chapitre alpha" + number));
    for (int j = 0; j < 3; ++j) {
      document.blocks.push_back(paragraph(prose(7 + (i * 5 + j) % 9, i)));
      document.blocks.push_back(heading(2, "Partie beta" + number + "x" + std::to_string(j)));
      document.blocks.push_back(heading(3, "Article gamma" + number + "x" + std::to_string(j)));
      if (j == 1) document.blocks.push_back({table(3 + i % 7)});
      document.blocks.push_back(paragraph(prose(6 + (i * 3 + j) % 11, j)));
    }
  }
  return document;
}

TEST(Pagination, contents_name_the_page_where_each_heading_stands) {
  const Written written{chapters(25)};
  std::map<std::string, int> found;
  int contents_pages = 0;
  for (int page = 1; page <= written.outcome.pages; ++page) {
    const bool contents = written.outcome.headings.front().page > page;
    if (contents) ++contents_pages;
    for (const auto& line : body_lines(written, page)) {
      const auto title = line.substr(0, line.rfind(' '));
      if (contents && !heading_in(title).empty()) {
        EXPECT_TRUE(found.emplace(heading_in(title), std::stoi(last_word(line))).second);
      } else if (!contents && !heading_in(line).empty()) {
        EXPECT_EQ(found[heading_in(line)], page) << line;
      }
    }
  }
  EXPECT_EQ(found.size(), 25U * 7);
  EXPECT_GT(contents_pages, 2);
}

TEST(Pagination, no_heading_is_last_on_its_page) {
  const Written written{chapters(25)};
  int headings = 0;
  for (int page = written.outcome.headings.front().page; page <= written.outcome.pages; ++page) {
    const auto lines = body_lines(written, page);
    ASSERT_FALSE(lines.empty()) << page;
    for (const auto& line : lines) headings += heading_in(line).empty() ? 0 : 1;
    for (std::size_t i = lines.size() < 2 ? 0 : lines.size() - 2; i < lines.size(); ++i) EXPECT_EQ(heading_in(lines[i]), "") << "page " << page;
  }
  EXPECT_EQ(headings, 25 * 7);
}

TEST(Pagination, no_line_of_a_paragraph_stands_alone) {
  auto document = empty_document();
  std::vector<int> first_of;
  for (int i = 0; i < 150; ++i) document.blocks.push_back(paragraph("Début" + std::to_string(i) + " " + prose(4 + i % 7, i) + " fin" + std::to_string(i)));
  const Written written{document};
  ASSERT_GT(written.outcome.pages, 8);
  for (int page = 1; page <= written.outcome.pages; ++page) {
    const auto lines = body_lines(written, page);
    EXPECT_THAT(lines.back(), Not(HasSubstr("Début"))) << page;
    EXPECT_THAT(lines.front(), Not(HasSubstr(" fin"))) << page;
  }
}

TEST(Pagination, a_table_repeats_its_header_on_each_page) {
  auto document = empty_document();
  document.blocks = {paragraph(prose(3)), {table(150)}};
  const Written written{document};
  ASSERT_GT(written.outcome.pages, 3);
  for (int page = 1; page <= written.outcome.pages; ++page) EXPECT_EQ(count_of(written.layout(page), "Service hébergé"), 1) << page;
  const auto all = flowing(written.text());
  for (int row = 1; row <= 150; ++row) EXPECT_EQ(count_of(all, "Ligne " + std::to_string(row) + " "), 1) << row;
}

TEST(Pagination, a_row_stays_whole_when_a_page_can_hold_it) {
  auto document = empty_document();
  Table rows{.columns = {{}, {}}, .header = {{{.text = words("En-tête")}, {.text = words("Texte")}}}, .rows = {}, .caption = {}};
  for (int i = 0; i < 40; ++i)
    rows.rows.push_back({{.text = words("tête" + std::to_string(i))}, {.text = words(prose(9 + i % 5, i) + " queue" + std::to_string(i))}});
  document.blocks = {{rows}};
  const Written written{document};
  for (int page = 1; page <= written.outcome.pages; ++page)
    for (int i = 0; i < 40; ++i) {
      const auto text = " " + flowing(written.text(page)) + " ", number = std::to_string(i) + " ";
      EXPECT_EQ(count_of(text, " tête" + number), count_of(text, " queue" + number)) << page << " " << i;
    }
}

TEST(Pagination, a_row_taller_than_a_page_goes_on_under_its_header) {
  auto document = empty_document();
  Table tall = table(2);
  std::string numbers;
  for (int i = 1; i <= 3000; ++i) numbers += "n" + std::to_string(i) + " ";
  tall.rows.insert(tall.rows.begin() + 1, {{.text = words("Grande")}, {.text = words(numbers)}, {.text = words("1 h")}});
  document.blocks = {paragraph(prose(20)), {tall}, paragraph("Après.")};
  const Written written{document};
  EXPECT_EQ(qpdf_check(written.pdf).status, 0);
  ASSERT_GT(written.outcome.pages, 3);
  const auto text = flowing(written.text()) + " ";
  for (const int i : {1, 2, 500, 1500, 2999, 3000}) EXPECT_EQ(count_of(text, "n" + std::to_string(i) + " "), 1) << i;
  for (int page = 1; page <= written.outcome.pages; ++page) EXPECT_LE(count_of(written.layout(page), "Délai"), 1) << page;
  for (int page = 2; page < written.outcome.pages; ++page) EXPECT_EQ(count_of(written.layout(page), "Délai"), 1) << page;
  EXPECT_EQ(count_of(text, "Après."), 1);
}

TEST(Pagination, a_figure_taller_than_the_page_becomes_smaller_and_keeps_its_caption) {
  auto document = empty_document();
  auto tall = figure();
  tall.drawing.width = 500, tall.drawing.height = 4000;
  tall.drawing.shapes = {Box{.x = 0, .y = 0, .width = 500, .height = 4000, .fill = Colour{1, 0, 0}}};
  document.blocks = {heading(2, "Plan"), {tall}};
  const Written written{document};
  EXPECT_EQ(written.outcome.pages, 1);
  EXPECT_THAT(flowing(written.text()), HasSubstr("Figure : trois sites reliés"));
}

TEST(Pagination, a_chapter_starts_a_page_and_a_page_break_makes_one) {
  auto document = empty_document();
  document.blocks = {heading(1, "Un"), paragraph("a"), heading(1, "Deux"), paragraph("b"),     {PageBreak{}},
                     paragraph("c"),   {PageBreak{}},  {PageBreak{}},      heading(1, "Trois")};
  const Written written{document};
  EXPECT_EQ(written.outcome.pages, 4);
}

TEST(Pagination, anchors_belong_to_what_comes_next) {
  auto document = empty_document();
  for (int i = 0; i < 40; ++i) document.blocks.push_back(paragraph(prose(3, i)));
  document.blocks.insert(document.blocks.end(), {{Anchor{"avant"}}, heading(1, "Chapitre"), paragraph("x"), {PageBreak{}}, {Anchor{"fin"}}});
  const Written written{document};
  EXPECT_EQ(written.outcome.pages_of_anchors.at("avant"), written.outcome.headings[0].page);
  EXPECT_GE(written.outcome.pages_of_anchors.at("fin"), written.outcome.headings[0].page);
}

} // namespace
} // namespace hdskit::page
