#include "toolkit/exchange/table_reader.hpp"

#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/exchange/sheet.hpp"
#include "toolkit/exchange/workbook_archive.hpp"

#include <gmock/gmock.h>
#include <zip.h>

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::problem_of;

std::string fixture(const std::string& name) { return tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/tables/" + name); }
CsvReading reading_of(const std::string& name) { return read_table(fixture(name), name); }

auto defect(int line, int column, const std::string& part) {
  return AllOf(testing::Field(&CsvDefect::line, line), testing::Field(&CsvDefect::column, column), testing::Field(&CsvDefect::sentence, HasSubstr(part)));
}

CsvTable sound_table(const std::string& name) {
  const auto reading = reading_of(name);
  EXPECT_THAT(reading.defects, IsEmpty()) << listed(reading.defects);
  return reading.table;
}

std::string refusal_of(const std::string& name) {
  const auto problem = problem_of([&] { reading_of(name); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem.subject(), name);
  EXPECT_NE(problem.remedy(), "");
  return problem.what();
}

CsvReading written_and_read(const Sheet& sheet, const std::string& name) {
  const ScratchFolder folder;
  write_sheet(folder.path() / name, sheet);
  return read_table(read_file(folder.path() / name), name);
}

std::vector<std::vector<std::string>> cells_of(const CsvTable& table, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (auto row : table.rows) {
    row.cells.resize(width); // empty ones at the end of a row stand in no workbook
    rows.push_back(row.cells);
  }
  return rows;
}

TEST(TableReader, reads_texts_numbers_dates_and_results_of_formulas) {
  const auto table = sound_table("sound.xlsx");
  EXPECT_EQ(table.heading_line, 2) << "the first row that is not empty";
  EXPECT_THAT(table.headings, ElementsAre("Référence", "Gravité", "Échéance (au plus tard)", "Scénario"));
  ASSERT_EQ(table.rows.size(), 2u) << "cells without value make no row";
  EXPECT_EQ(table.rows[0].line, 4);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("R1", "3", "2026-11-22", "Première ligne\nseconde <ligne> & A é"));
  EXPECT_THAT(table.rows[1].cells, ElementsAre("R2", "0.1", "", "VRAI"));
}

TEST(TableReader, counts_cells_and_rows_that_do_not_say_their_place) {
  const auto table = sound_table("prefixed-without-places.xlsx");
  EXPECT_THAT(table.headings, ElementsAre("référence", "", "due"));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0].line, 5);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("R1", "", "2026-11-22"));
  EXPECT_EQ(table.rows[1].line, 6);
  EXPECT_THAT(table.rows[1].cells, ElementsAre("R<2>"));
}

TEST(TableReader, reads_the_days_of_old_macs) {
  EXPECT_THAT(sound_table("dates-of-1904.xlsx").rows.at(0).cells, ElementsAre("1904-01-01", "2026-11-22 12:00", "06:00"));
}

TEST(TableReader, knows_that_1900_was_no_leap_year) {
  const auto reading = reading_of("day-that-never-was.xlsx");
  EXPECT_THAT(reading.defects, ElementsAre(defect(3, 1, "“60” is no number, or no day"), defect(5, 1, "“-1”"), defect(6, 1, "“2958466”")));
  ASSERT_EQ(reading.table.rows.size(), 2u);
  EXPECT_EQ(reading.table.rows[0].cells[0], "1900-02-28");
  EXPECT_EQ(reading.table.rows[1].cells[0], "1900-03-01");
}

TEST(TableReader, names_the_cells_that_hold_errors) {
  EXPECT_THAT(reading_of("errors-in-cells.xlsx").defects,
              ElementsAre(defect(3, 2, "gives an error: #N/A"), defect(4, 2, "result of the formula"), defect(5, 2, "“douze” is no number"),
                          defect(5, 4, "beyond the 2 columns of the heading line")));
}

TEST(TableReader, takes_the_first_worksheet_that_people_see) { EXPECT_THAT(sound_table("hidden-first-sheet.xlsx").headings, ElementsAre("shown")); }

TEST(TableReader, takes_of_merged_cells_the_first_one) {
  const auto table = sound_table("merged-cells.xlsx");
  EXPECT_THAT(table.headings, ElementsAre("Registre", "", "Gravité"));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("R1", "", "1"));
  EXPECT_THAT(table.rows[1].cells, ElementsAre("", "", "2"));
}

TEST(TableReader, says_that_a_worksheet_is_empty) { EXPECT_THAT(reading_of("empty-sheet.xlsx").defects, ElementsAre(defect(1, 0, "is empty"))); }

TEST(TableReader, reads_no_document_type_and_no_entity) {
  EXPECT_THAT(refusal_of("document-type.xlsx"), AllOf(HasSubstr("xl/worksheets/sheet1.xml"), HasSubstr("document type")));
  EXPECT_THAT(refusal_of("unknown-entity.xlsx"), HasSubstr("an entity that is not accepted"));
}

TEST(TableReader, refuses_damaged_workbooks_with_the_part_at_fault) {
  EXPECT_THAT(refusal_of("cut-short.xlsx"), HasSubstr("cut short"));
  EXPECT_THAT(refusal_of("damaged-part.xlsx"), HasSubstr("“xl/worksheets/sheet1.xml” of the workbook “damaged-part.xlsx” is damaged"));
  EXPECT_THAT(refusal_of("unclosed-row.xlsx"), HasSubstr("ends too early"));
  EXPECT_THAT(refusal_of("cells-out-of-order.xlsx"), HasSubstr("“A” is not the place of a cell after"));
  EXPECT_THAT(refusal_of("text-that-is-not-there.xlsx"), HasSubstr("does not hold"));
  EXPECT_THAT(refusal_of("missing-worksheet.xlsx"), HasSubstr("“xl/worksheets/sheet1.xml” is missing"));
  EXPECT_THAT(refusal_of("deep-elements.xlsx"), HasSubstr("deeper than 64"));
  EXPECT_THAT(refusal_of("utf-16-part.xlsx"), HasSubstr("not UTF-8"));
  EXPECT_THAT(refusal_of("no-visible-sheet.xlsx"), HasSubstr("no visible worksheet"));
}

TEST(TableReader, calls_other_files_by_their_names) {
  EXPECT_THAT(refusal_of("open-document.ods"), HasSubstr("OpenDocument"));
  EXPECT_THAT(refusal_of("binary-workbook.xlsb"), HasSubstr(".xlsb"));
  EXPECT_THAT(refusal_of("letter.docx"), HasSubstr("no workbook"));
  EXPECT_THAT(refusal_of("archive.zip"), HasSubstr("archive (ZIP)"));
  EXPECT_THAT(refusal_of("old-format.xls"), HasSubstr("old format (.xls)"));
  EXPECT_THAT(refusal_of("password.xlsx"), HasSubstr("password"));
  EXPECT_THAT(refusal_of("page-named-as-workbook.xls"), HasSubstr("a web page"));
  EXPECT_THAT(problem_of([] { read_table("%PDF-1.7\n", "x.csv"); }).what(), HasSubstr("a PDF document"));
  EXPECT_THAT(problem_of([] { read_table("\xFF\xFEr\0", "x.csv"); }).what(), HasSubstr("UTF-16"));
}

TEST(TableReader, refuses_an_entry_that_needs_a_password) {
  const ScratchFolder folder;
  const auto path = folder.path() / "secret.xlsx";
  auto* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  const auto number = zip_file_add(archive, "_rels/.rels", zip_source_buffer(archive, "<a/>", 4, 0), 0);
  zip_file_set_encryption(archive, static_cast<zip_uint64_t>(number), ZIP_EM_TRAD_PKWARE, "mot de passe");
  ASSERT_EQ(zip_close(archive), 0);
  EXPECT_THAT(problem_of([&] { read_table(read_file(path), "secret.xlsx"); }).what(), HasSubstr("password"));
}

TEST(TableReader, stops_inflating_a_bomb_at_the_limit) {
  const ScratchFolder folder;
  const auto path = folder.path() / "bomb.xlsx";
  const std::string zeros(8u << 20, '0');
  auto* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  zip_file_add(archive, "bomb", zip_source_buffer(archive, zeros.data(), zeros.size(), 0), 0);
  ASSERT_EQ(zip_close(archive), 0);
  const auto bytes = read_file(path);
  ASSERT_LT(bytes.size(), 100'000u);
  EXPECT_EQ(WorkbookArchive(bytes, "bomb.xlsx").part("bomb").size(), zeros.size());
  EXPECT_THAT(problem_of([&] { WorkbookArchive(bytes, "bomb.xlsx", 1u << 20).part("bomb"); }).what(), HasSubstr("more than 1 MiB once unpacked"));
}

TEST(TableReader, reads_a_thousand_columns_and_no_more) {
  EXPECT_THAT(sound_table("spreading-cells.xlsx").headings.size(), workbook_column_limit);
  const Sheet sheet{.title = "wide", .columns = std::vector<SheetColumn>(workbook_column_limit + 1, SheetColumn{"x", CellKind::text}), .rows = {}};
  EXPECT_THAT(written_and_read(sheet, "wide.xlsx").defects, ElementsAre(defect(1, 1001, "beyond the 1000 columns")));
}

TEST(TableReader, gives_back_what_write_sheet_wrote) {
  const Sheet sheet{
      .title = "Texte",
      .columns = {{"id", CellKind::number}, {"texte", CellKind::text}, {"date", CellKind::date}},
      .rows = {{"1", "=1+1", "2026-11-22"},
               {"0.1", "'=déjà gardé", "1900-03-01"},
               {"-12.345678901234", "- un point\n- un autre", "31/02/2026"},
               {"123456789012345", " espaces ", "9999-12-31"},
               {"007", "_x0041_ < & > \" ' \xF0\x9F\x8F\xA5", ""},
               {"1234567890123456", "''+x", "x"},
               {"", "a;b,c\td\"e", ""}},
  };
  for (const auto* name : {"t.xlsx", "t.csv"}) {
    const auto reading = written_and_read(sheet, name);
    EXPECT_THAT(reading.defects, IsEmpty()) << listed(reading.defects);
    EXPECT_THAT(reading.table.headings, ElementsAre("id", "texte", "date"));
    EXPECT_EQ(cells_of(reading.table, 3), sheet.rows) << name;
  }
}

TEST(TableReader, finds_the_headings_below_a_title_that_stands_alone) {
  const Sheet sheet{.title = "t",
                    .columns = {{"Registre des risques", CellKind::text}, {"", CellKind::text}, {"", CellKind::text}},
                    .rows = {{"Référence", "Scénario", "Note"}, {"R1", "Panne", "a"}}};
  const auto reading = written_and_read(sheet, "title.xlsx");
  EXPECT_THAT(reading.defects, IsEmpty()) << listed(reading.defects);
  EXPECT_EQ(reading.table.heading_line, 2);
  EXPECT_THAT(reading.table.headings, ElementsAre("Référence", "Scénario", "Note"));
  EXPECT_EQ(reading.table.rows.size(), 1u);
}

TEST(TableReader, takes_away_the_guard_that_a_csv_file_left_in_a_workbook) {
  const auto table = sound_table("guarded.xlsx");
  EXPECT_THAT(table.rows.at(0).cells, ElementsAre("- un point", "l'apostrophe"));
}

TEST(TableReader, tells_a_binary_file_and_json_once) {
  std::string program{"\x7f"
                      "ELF\x02\x01\x01"};
  for (int i = 0; i < 2000; ++i) program += static_cast<char>(i % 7);
  EXPECT_THAT(problem_of([&] { read_table(program, "ls"); }).what(), HasSubstr("“ls” is a binary file"));
  EXPECT_THAT(problem_of([&] { read_table("\xEF\xBB\xBF{\"format\": 1}", "s.json"); }).what(), HasSubstr("“s.json” is a JSON document"));
  EXPECT_EQ(read_table("a;b\n1\x01;2\n", "t.csv").table.rows.size(), 1u) << "one stray character makes no binary file";
}

} // namespace
