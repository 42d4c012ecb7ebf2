#include "toolkit/page/markdown.hpp"

#include "toolkit/base/text.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace hdskit;
using namespace hdskit::page;

namespace {

/// Pieces that have meaning in Markdown, HTML, Mustache, templates of this house, or to careless readers of bytes.
const std::string hostile_pieces[] = {"*",
                                      "**",
                                      "_",
                                      "__",
                                      "`",
                                      "```",
                                      "~~~",
                                      "~~",
                                      "|",
                                      "\\",
                                      "\\|",
                                      "\\\\",
                                      "#",
                                      "# ",
                                      "## x",
                                      "> ",
                                      "- ",
                                      "+ ",
                                      "1. ",
                                      "1) ",
                                      "---",
                                      "***",
                                      "===",
                                      "[",
                                      "]",
                                      "(",
                                      ")",
                                      "[a](b)",
                                      "![a](b)",
                                      "[@page](#x)",
                                      "[^1]",
                                      "[^1]: n",
                                      "[PSSI]",
                                      "<",
                                      ">",
                                      "<b>",
                                      "</div>",
                                      "<!--",
                                      "-->",
                                      "<https://a.fr>",
                                      "https://a.fr",
                                      "www.a.fr",
                                      "a@b.fr",
                                      "&",
                                      "&amp;",
                                      "&#124;",
                                      "&copy;",
                                      "{",
                                      "}",
                                      "{{x}}",
                                      "{{{x}}}",
                                      "{#a}",
                                      "{#a .unnumbered}",
                                      "{.unlisted}",
                                      "Tableau : ",
                                      "Figure :",
                                      "**Note**",
                                      ":",
                                      "!",
                                      "\"",
                                      "'",
                                      "\t",
                                      "\n",
                                      "\r\n",
                                      "\r",
                                      "\n\n",
                                      "    ",
                                      "  \n",
                                      " ",
                                      "\v",
                                      "\f",
                                      std::string(1, '\0'),
                                      "\x01",
                                      "\x1B[0m",
                                      "\x7F",
                                      "\u0085",
                                      "\u2028",
                                      "\uFDD0",
                                      "\uFDD0page",
                                      "\uFFFE",
                                      "\uFEFF",
                                      "\u00A0",
                                      "\u202F",
                                      "é",
                                      "œuvre",
                                      "’",
                                      "«",
                                      "漢",
                                      "😀",
                                      "e\u0301",
                                      "\u202E",
                                      "\uE000",
                                      "mot",
                                      "12",
                                      "$x$",
                                      "^",
                                      "%",
                                      "=",
                                      "|---|",
                                      "\n|---|\n",
                                      "\n```matrix\n",
                                      "\n# t\n",
                                      "\n- x\n",
                                      "\n<div>\n",
                                      "\xFF",
                                      "\xC3",
                                      "\xED\xA0\x80"};

std::string hostile_text(std::mt19937& random) {
  std::string text;
  for (auto count = random() % 9; count-- > 0;) text += hostile_pieces[random() % std::size(hostile_pieces)];
  return text;
}

bool takes(std::string& text, std::string_view piece) {
  if (!text.starts_with(piece)) return false;
  text.erase(0, piece.size());
  return true;
}

/// What must be read in the document, worked out by a second, slower way.
std::string expected_text(std::string data) {
  static constexpr std::string_view blanks[] = {"\t", "\n", "\v", "\f", "\r", "\u0085", "\u2028"};
  std::string text;
  while (!data.empty()) {
    bool done = false;
    for (const auto blank : blanks)
      if (!done && takes(data, blank)) {
        text += ' ';
        done = true;
      }
    for (const std::string_view dropped : {std::string_view{"\0", 1}, std::string_view{"\x01"}, std::string_view{"\x1B"}, std::string_view{"\x7F"},
                                           std::string_view{"\uFDD0"}, std::string_view{"\uFFFE"}, std::string_view{"\uFEFF"}})
      if (!done && takes(data, dropped)) done = true;
    if (done) continue;
    std::size_t length = 1;
    while (length <= 4 && !is_utf8(data.substr(0, length))) ++length;
    text += length <= 4 ? data.substr(0, length) : "\uFFFD";
    data.erase(0, length <= 4 ? length : 1);
  }
  for (bool again = true; again;) {
    again = takes(text, " ") || takes(text, "\u00A0") || takes(text, "\u202F");
    for (const std::string_view blank : {" ", "\u00A0", "\u202F"})
      if (text.ends_with(blank)) {
        text.resize(text.size() - blank.size());
        again = true;
      }
  }
  return text;
}

/// The text, provided that all of it is plain; else a word that no test expects.
std::string plain(const Inlines& inlines) {
  if (inlines.size() != 1) return "NOT ONE PIECE";
  Inline bare;
  bare.text = inlines[0].text;
  return inlines[0] == bare ? bare.text : "NOT PLAIN";
}

template <typename Value> const Value* only(const Blocks& blocks) { return blocks.size() == 1 ? std::get_if<Value>(&blocks[0].value) : nullptr; }

class HostileData : public testing::TestWithParam<unsigned> {};

} // namespace

TEST_P(HostileData, stays_plain_text_wherever_it_stands) {
  std::mt19937 random{GetParam()};
  for (int i = 0; i < 1500; ++i) {
    const auto data = hostile_text(random);
    const auto escaped = escaped_for_markdown(data);
    const auto wanted = "avant " + expected_text(data) + " après";
    const auto here = "data: " + testing::PrintToString(data) + "\nescaped: " + escaped;
    const auto line = "avant " + escaped + " après";

    const auto blocks = blocks_of_markdown(line, "x");
    const auto* paragraph = only<Paragraph>(blocks);
    ASSERT_TRUE(paragraph) << here;
    ASSERT_EQ(plain(paragraph->text), wanted) << here;
    ASSERT_EQ(paragraph->style, Paragraph::Style::body) << here;

    const auto in_heading = blocks_of_markdown("## " + line, "x");
    const auto* heading = only<Heading>(in_heading);
    ASSERT_TRUE(heading && heading->numbered && heading->in_contents) << here;
    ASSERT_EQ(plain(heading->text), wanted) << here;

    const auto in_list = blocks_of_markdown("- " + line + "\n- b\n", "x");
    const auto* list = only<List>(in_list);
    ASSERT_TRUE(list && list->items.size() == 2 && list->items[0].size() == 1) << here;
    ASSERT_EQ(plain(std::get<Paragraph>(list->items[0][0].value).text), wanted) << here;
  }
}

TEST_P(HostileData, stays_in_its_table_cell) {
  std::mt19937 random{GetParam() + 1000};
  for (int i = 0; i < 1500; ++i) {
    const auto first = hostile_text(random), second = hostile_text(random);
    const auto blocks =
        blocks_of_markdown("| a | b |\n|---|---|\n|" + escaped_for_markdown(first) + "|" + escaped_for_markdown(second) + "|\n| fin | x |\n", "x");
    const auto* table = only<Table>(blocks);
    const auto here = testing::PrintToString(first) + " and " + testing::PrintToString(second);
    ASSERT_TRUE(table) << here;
    ASSERT_EQ(table->rows.size(), 2u) << here;
    ASSERT_EQ(table->rows[0].size(), 2u) << here;
    const auto text = [](const TableCell& cell) { return cell.text.empty() ? "" : plain(cell.text); };
    ASSERT_EQ(text(table->rows[0][0]), expected_text(first)) << here;
    ASSERT_EQ(text(table->rows[0][1]), expected_text(second)) << here;
    ASSERT_FALSE(table->rows[0][0].row_header) << here;
  }
}

TEST_P(HostileData, alone_on_its_line_is_one_paragraph_or_nothing) {
  std::mt19937 random{GetParam() + 2000};
  for (int i = 0; i < 1500; ++i) {
    const auto data = hostile_text(random);
    const auto wanted = expected_text(data);
    const auto blocks = blocks_of_markdown("premier\n\n" + escaped_for_markdown(data) + "\n\ndernier\n", "x");
    ASSERT_EQ(blocks.size(), wanted.empty() ? 2u : 3u) << testing::PrintToString(data);
    if (!wanted.empty()) { ASSERT_EQ(plain(std::get<Paragraph>(blocks[1].value).text), wanted) << testing::PrintToString(data); }
  }
}

TEST_P(HostileData, stays_in_code_spans_and_form_fields) {
  std::mt19937 random{GetParam() + 3000};
  for (int i = 0; i < 1500; ++i) {
    const auto data = hostile_text(random) + "mot";
    const auto blocks =
        blocks_of_markdown("un `" + escaped_for_markdown(data) + "` deux\n\n```form-field\nlabel: nom\nvalue: " + escaped_for_markdown(data) + "\n```\n", "x");
    ASSERT_EQ(blocks.size(), 2u) << testing::PrintToString(data);
    const auto& text = std::get<Paragraph>(blocks[0].value).text;
    ASSERT_EQ(text.size(), 3u) << testing::PrintToString(data);
    ASSERT_TRUE(text[1].code);
    ASSERT_EQ(text[1].text, expected_text(data)) << testing::PrintToString(data);
    ASSERT_EQ(std::get<FormField>(blocks[1].value).value, expected_text(data)) << testing::PrintToString(data);
  }
}

TEST_P(HostileData, as_prose_is_paragraphs_and_lists_of_plain_text) {
  std::mt19937 random{GetParam() + 4000};
  for (int i = 0; i < 1500; ++i) {
    const auto prose = hostile_text(random) + "\n" + hostile_text(random) + "\n\n- " + hostile_text(random) + "\n";
    for (const auto& block : blocks_of_markdown(prose_as_markdown(prose), "x")) {
      if (const auto* list = std::get_if<List>(&block.value)) {
        for (const auto& item : list->items) {
          ASSERT_EQ(item.size(), 1u) << testing::PrintToString(prose);
          ASSERT_FALSE(plain(std::get<Paragraph>(item[0].value).text).starts_with("NOT ")) << testing::PrintToString(prose);
        }
      } else {
        ASSERT_TRUE(std::holds_alternative<Paragraph>(block.value)) << testing::PrintToString(prose);
        ASSERT_FALSE(plain(std::get<Paragraph>(block.value).text).starts_with("NOT ")) << testing::PrintToString(prose);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, HostileData, testing::Values(1u, 2u, 3u));

TEST(MarkdownEscape, leaves_ordinary_words_readable) {
  EXPECT_EQ(escaped_for_markdown("Accès, 24 h/24 ; 7 j/7 à l’hôpital"), "Accès, 24 h/24 ; 7 j/7 à l’hôpital");
  EXPECT_EQ(escaped_for_markdown("[PSSI-2]"), "\\[PSSI\\-2\\]");
}

TEST(MarkdownEscape, reads_escapes_back) {
  EXPECT_EQ(without_markdown_escapes(escaped_for_markdown("a|b `c` \\d [e] &#124;")), "a|b `c` \\d [e] &#124;");
  EXPECT_EQ(without_markdown_escapes("C:\\temp &#9; &#300; &#x41; fin\\"), "C:\\temp &#9; &#300; &#x41; fin\\");
}

TEST(MarkdownProse, parts_paragraphs_and_lists) {
  EXPECT_EQ(prose_as_markdown("Premier\nsuite\n\n\nDeuxième :\n- un\n- deux\n  suite\n\nFin"),
            "Premier\nsuite\n\nDeuxième \\:\n\n- un\n- deux\n  suite\n\nFin\n");
  EXPECT_EQ(prose_as_markdown(" \r\n "), "");
  EXPECT_EQ(prose_as_markdown("1. un\r\n# deux"), "1\\. un\n\\# deux\n");
}
