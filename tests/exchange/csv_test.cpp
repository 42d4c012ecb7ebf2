#include "toolkit/exchange/csv.hpp"

#include "tests/support/golden.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

std::string fixture(const std::string& name) { return tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/csv/" + name); }

CsvReading read(std::string_view bytes) { return read_csv(bytes, "test.csv"); }

auto defect(int line, int column, const std::string& part) {
  return AllOf(Field(&CsvDefect::line, line), Field(&CsvDefect::column, column), Field(&CsvDefect::sentence, HasSubstr(part)));
}

auto row(int line, std::vector<std::string> cells) { return AllOf(Field(&CsvRow::line, line), Field(&CsvRow::cells, cells)); }

TEST(CsvWriter, writes_what_excel_in_french_opens) {
  EXPECT_EQ(write_csv({"Nom", "Réponse"}, {{"a;b", "deux\nlignes"}, {"dit « oui »", "un \"mot\""}, {" x", ""}}),
            "\xEF\xBB\xBFNom;Réponse\r\n\"a;b\";\"deux\nlignes\"\r\ndit « oui »;\"un \"\"mot\"\"\"\r\n\" x\";\r\n");
}

TEST(CsvWriter, disarms_what_a_spreadsheet_would_run) {
  for (const char* text : {"=1+1", "+33 1", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1"}) EXPECT_EQ(guarded_cell(text), std::string{"'"} + text) << text;
  for (const char* text : {"", "a=1", "'", "'a", "l’été", " =1"}) EXPECT_EQ(guarded_cell(text), text);
  EXPECT_EQ(write_csv({"a"}, {{"=HYPERLINK(\"http://x\")"}}), "\xEF\xBB\xBF"
                                                              "a\r\n\"'=HYPERLINK(\"\"http://x\"\")\"\r\n");
}

TEST(CsvWriter, tells_an_apostrophe_of_its_own_from_one_of_the_text) {
  EXPECT_EQ(guarded_cell("'=1"), "''=1");
  EXPECT_EQ(unguarded_cell("''=1"), "'=1");
  EXPECT_EQ(unguarded_cell("'=1"), "=1");
  EXPECT_EQ(unguarded_cell("'quote'"), "'quote'");
  EXPECT_EQ(unguarded_cell("=1"), "=1") << "what another program wrote is taken as it stands";
}

/// Texts made of all that is special to CSV, spreadsheets and encodings.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"'",  "=",    "+", "-", "@", "\t", "\r",     "\n", "\r\n", ";",     ",",
                                                  "\"", "\"\"", " ", "a", "é", "œ",  "\u00A0", "’",  "€",    "sep=;", "😀"};
  std::string text;
  for (auto left = random() % 7; left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

TEST(Csv, gives_back_every_text_that_went_out) {
  std::mt19937 random{20061}; // the same texts at each run
  for (int round = 0; round < 3000; ++round) {
    const auto width = 1 + random() % 4;
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < width; ++i) headings.push_back("c" + random_text(random));
    std::vector<std::vector<std::string>> rows(random() % 4, std::vector<std::string>(width));
    for (auto& cells : rows)
      for (auto& cell : cells) cell = random_text(random);
    const auto csv = write_csv(headings, rows);
    const auto reading = read(csv);
    ASSERT_THAT(reading.defects, IsEmpty()) << csv << listed(reading.defects);
    ASSERT_EQ(reading.table.headings, headings) << csv;
    ASSERT_EQ(reading.table.rows.size(), rows.size()) << csv;
    for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(reading.table.rows[i].cells, rows[i]) << csv;
  }
}

TEST(Csv, gives_back_headings_that_look_like_the_separator_line_of_excel) {
  for (const auto* first : {"sep=", "SEP=", "sep=,"}) {
    const auto reading = read(write_csv({first, ""}, {{"1", "2"}}));
    EXPECT_THAT(reading.table.headings, ElementsAre(first, ""));
    EXPECT_THAT(reading.table.rows, ElementsAre(row(2, {"1", "2"})));
  }
}

TEST(Csv, guards_every_text_reversibly) {
  std::mt19937 random{20062};
  for (int round = 0; round < 20000; ++round) {
    const auto text = random_text(random);
    ASSERT_EQ(unguarded_cell(guarded_cell(text)), text);
    ASSERT_EQ(std::string_view{"=+-@\t\r\n"}.find(guarded_cell(text)[0]), std::string_view::npos) << text;
  }
}

TEST(CsvReader, finds_the_separator_from_the_heading_line) {
  for (const char separator : {';', ',', '\t'}) {
    std::string csv = "a|\"b;,\tb\"|c\n1|2,5;x\t|3\n";
    std::ranges::replace(csv, '|', separator);
    csv.erase(csv.find("2,5;x\t") + 1, 5);
    const auto reading = read(csv);
    EXPECT_EQ(reading.table.separator, separator);
    EXPECT_THAT(reading.table.headings, ElementsAre("a", "b;,\tb", "c"));
    EXPECT_THAT(reading.table.rows, ElementsAre(row(2, {"1", "2", "3"})));
  }
}

TEST(CsvReader, follows_the_separator_line_of_excel) {
  const auto reading = read("sep=,\r\na;b,c\r\n1;2,3\r\n");
  EXPECT_THAT(reading.table.headings, ElementsAre("a;b", "c"));
  EXPECT_THAT(reading.table.rows, ElementsAre(row(3, {"1;2", "3"})));
}

TEST(CsvReader, reads_lines_that_end_in_lf_crlf_or_cr_and_a_last_one_without_end) {
  for (const char* csv : {"a;b\n1;2\n3;4", "a;b\r\n1;2\r\n3;4\r\n", "a;b\r1;2\r3;4\r", "a;b\n\n1;2\n\r\n3;4\n\n"}) {
    const auto reading = read(csv);
    ASSERT_EQ(reading.table.rows.size(), 2u) << csv;
    EXPECT_THAT(reading.table.rows[1].cells, ElementsAre("3", "4")) << csv;
  }
}

TEST(CsvReader, tells_the_line_where_a_row_begins_after_cells_of_several_lines) {
  const auto reading = read("a;b\r\n\"1\r\n2\r\n3\";x\r\n4;5\r\n");
  EXPECT_THAT(reading.table.rows, ElementsAre(row(2, {"1\r\n2\r\n3", "x"}), row(5, {"4", "5"})));
}

TEST(CsvReader, keeps_rows_that_excel_cut_short) { EXPECT_THAT(read("a;b;c\n1;2\n").table.rows, ElementsAre(row(2, {"1", "2"}))); }

TEST(CsvReader, reads_utf8_with_and_without_its_mark) {
  EXPECT_THAT(read("\xEF\xBB\xBFÉtat\n").table.headings, ElementsAre("État"));
  const auto reading = read("État;x\nété;œ\n");
  EXPECT_EQ(reading.table.encoding, CsvEncoding::utf8);
  EXPECT_THAT(reading.table.rows, ElementsAre(row(2, {"été", "œ"})));
}

TEST(CsvReader, converts_what_an_older_excel_saved) {
  const auto reading = read(fixture("windows-1252.csv"));
  EXPECT_THAT(reading.defects, IsEmpty()) << "É before a non-breaking space looks like UTF-8: " << listed(reading.defects);
  EXPECT_EQ(reading.table.encoding, CsvEncoding::windows_1252);
  EXPECT_THAT(reading.table.headings, ElementsAre("Identifiant", "État", "Réponse"));
  EXPECT_THAT(reading.table.rows, ElementsAre(row(2, {"1", "démontré", "Cœur de réseau – 12 € l’unité… «\u00A0CAFÉ\u00A0»"})));
}

TEST(CsvReader, names_the_bytes_that_no_encoding_knows) {
  EXPECT_THAT(read("a;b\n\xE9;\x81\n\x9D;x\n").defects, ElementsAre(defect(2, 0, "81"), defect(3, 0, "9D")));
}

TEST(CsvReader, does_not_take_damaged_utf8_for_windows_1252) {
  EXPECT_THAT(read(fixture("damaged-utf8.csv")).defects, ElementsAre(defect(3, 0, "not UTF-8")));
  EXPECT_THAT(read("\xEF\xBB\xBF"
                   "a\n\xE9\n")
                  .defects,
              ElementsAre(defect(2, 0, "not UTF-8")))
      << "the mark says UTF-8";
}

class ForeignFile : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(ForeignFile, is_refused_with_a_remedy) {
  try {
    read_csv(fixture(GetParam().first), "list.csv");
    FAIL() << "a Problem was expected";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_EQ(problem.subject(), "list.csv");
    EXPECT_THAT(problem.what(), HasSubstr(GetParam().second));
    EXPECT_THAT(problem.remedy(), HasSubstr("CSV UTF-8"));
  }
}

INSTANTIATE_TEST_SUITE_P(fixtures, ForeignFile,
                         testing::Values(std::pair{"utf-16-little-endian.csv", "UTF-16"}, std::pair{"utf-16-big-endian.csv", "UTF-16"},
                                         std::pair{"workbook-named-csv.csv", "workbook"}));

TEST(CsvReader, reports_zero_bytes_by_line) {
  using namespace std::string_literals;
  EXPECT_THAT(read("a;b\n1;2\n\0;3\n4;\0\n"s).defects, ElementsAre(defect(3, 0, "zero byte"), defect(4, 0, "zero byte")));
}

TEST(CsvReader, reports_the_line_where_an_unclosed_quotation_began) {
  EXPECT_THAT(read(fixture("unclosed-quotation.csv")).defects, ElementsAre(defect(3, 2, "never closed")));
}

TEST(CsvReader, reports_all_defects_of_a_file) {
  EXPECT_THAT(read("a;b\n1;2;3\n\"x\"y;2\n4;5;;\n6;7;;8\n\"9;1\n").defects,
              ElementsAre(defect(2, 3, "beyond the 2 columns"), defect(3, 1, "follows the closing"), defect(5, 4, "beyond the 2 columns"),
                          defect(6, 1, "never closed")));
}

TEST(CsvReader, wants_a_line_of_headings) {
  EXPECT_THAT(read("").defects, ElementsAre(defect(1, 0, "empty")));
  EXPECT_THAT(read("\xEF\xBB\xBF\r\n\r\n").defects, ElementsAre(defect(1, 0, "empty")));
}

TEST(CsvReader, reads_cells_of_a_hundred_thousand_characters) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += i % 80 ? "é;" : "é\n";
  const auto reading = read(write_csv({"a", "b"}, {{text, text}}));
  EXPECT_THAT(reading.defects, IsEmpty());
  EXPECT_EQ(reading.table.rows.at(0).cells.at(1), text);
}

TEST(CsvReader, reads_a_million_rows_and_refuses_one_more) {
  std::string csv = "a\n";
  for (int i = 0; i < 1'000'000; ++i) csv += "1\n";
  EXPECT_EQ(read(csv).table.rows.size(), 1'000'000u);
  EXPECT_THAT(read(csv + "1\n").defects, ElementsAre(defect(1'000'002, 0, "more than 1000000 rows")));
}

TEST(CsvReader, refuses_more_than_sixty_four_mebibytes) {
  std::string csv((64u << 20) + 1, 'a');
  EXPECT_THROW(read(csv), Problem);
  csv.pop_back();
  EXPECT_THAT(read(csv).defects, IsEmpty());
}

TEST(CsvReader, survives_every_truncation_and_every_byte_in_the_middle) {
  const auto csv = write_csv({"Identifiant", "Réponse"}, {{"R1111-9-1", "un\n\"deux\""}, {"é", "=1"}});
  for (std::size_t size = 0; size <= csv.size(); ++size) EXPECT_LE(read(std::string_view{csv}.substr(0, size)).table.rows.size(), 2u);
  for (std::size_t at = 0; at < csv.size(); ++at)
    for (int byte = 0; byte < 256; ++byte) {
      auto altered = csv;
      altered[at] = static_cast<char>(byte);
      try {
        EXPECT_LE(read(altered).table.rows.size(), 4u);
      } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::bad_input); }
    }
}

} // namespace
