#include "toolkit/exchange/sheet.hpp"

#include "tests/exchange/workbook_parts.hpp"
#include "tests/support/child.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/exchange/csv.hpp"
#include "toolkit/exchange/workbook_proof.hpp"
#include "toolkit/exchange/xlsx_text.hpp"

#include <gmock/gmock.h>

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::cell_xml;
using tests::problem_of;

Sheet sample() {
  return {.title = "Preuves",
          .columns = {{"Intitulé"}, {"Valable jusqu’au", CellKind::date}, {"Taille", CellKind::number}},
          .rows = {{"Essai de reprise – été", "2026-11-22", "1234"}, {"=1+1", "bientôt", "007"}, {"une\r\ndeux"}}};
}

class SheetFile : public testing::Test {
protected:
  std::filesystem::path place(const std::string& name) const { return folder_.path() / name; }
  std::string worksheet(const Sheet& sheet) const {
    write_xlsx(place("t.xlsx"), sheet);
    return tests::worksheet_of(place("t.xlsx"));
  }

private:
  ScratchFolder folder_;
};

TEST_F(SheetFile, holds_texts_dates_and_numbers_as_what_they_are) {
  const auto xml = worksheet(sample());
  EXPECT_THAT(cell_xml(xml, "A1"), HasSubstr("<t>Intitulé</t>"));
  EXPECT_THAT(cell_xml(xml, "A2"), HasSubstr("<t>Essai de reprise – été</t>"));
  EXPECT_THAT(cell_xml(xml, "B2"), HasSubstr("<v>46348</v>")) << "days since 1899-12-30, as Excel counts 22 November 2026";
  EXPECT_THAT(cell_xml(xml, "C2"), HasSubstr("<v>1234</v>"));
  EXPECT_THAT(cell_xml(xml, "A4"), HasSubstr("<t>une\ndeux</t>"));
  EXPECT_EQ(cell_xml(xml, "B4"), "") << "the row has no such cell";
  const auto styles = tests::workbook_parts(place("t.xlsx")).at("xl/styles.xml");
  EXPECT_THAT(styles, AllOf(HasSubstr("formatCode=\"dd/mm/yyyy\""), HasSubstr("wrapText=\"1\""), HasSubstr("<b/>")));
}

TEST_F(SheetFile, never_holds_a_formula) {
  auto sheet = sample();
  for (const char* text : {"=1+1", "+33 1", "-5", "@SUM(A1)", "{=1}", "=HYPERLINK(\"http://x\")", "http://example.org"})
    sheet.rows.push_back({text, text, text});
  const auto xml = worksheet(sheet);
  EXPECT_THAT(cell_xml(xml, "A3"), AllOf(HasSubstr("t=\"inlineStr\""), HasSubstr("<t>=1+1</t>")));
  EXPECT_THAT(xml, AllOf(Not(HasSubstr("<f>")), Not(HasSubstr("hyperlink"))));
}

TEST_F(SheetFile, leaves_what_is_no_date_or_number_as_text) {
  const auto xml = worksheet(sample());
  EXPECT_THAT(cell_xml(xml, "B3"), HasSubstr("<t>bientôt</t>"));
  EXPECT_THAT(cell_xml(xml, "C3"), HasSubstr("<t>007</t>"));
}

TEST_F(SheetFile, has_a_frozen_heading_row_with_filters_over_all_rows) {
  const auto xml = worksheet(sample());
  EXPECT_THAT(xml, AllOf(HasSubstr("ySplit=\"1\""), HasSubstr("state=\"frozen\""), HasSubstr("<autoFilter ref=\"A1:C4\"/>")));
}

TEST_F(SheetFile, is_private_and_leaves_nothing_beside_it) {
  write_xlsx(place("t.xlsx"), sample());
  EXPECT_EQ(std::filesystem::status(place("t.xlsx")).permissions(), std::filesystem::perms{0600});
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator{place("")}, {}), 1);
}

TEST_F(SheetFile, has_the_same_bytes_for_the_same_sheet) {
  write_xlsx(place("a.xlsx"), sample());
  write_xlsx(place("b.xlsx"), sample());
  EXPECT_EQ(tests::read_bytes(place("a.xlsx")), tests::read_bytes(place("b.xlsx")));
  const auto core = tests::workbook_parts(place("a.xlsx")).at("docProps/core.xml");
  EXPECT_THAT(core, AllOf(HasSubstr("1980-01-01T00:00:00Z"), HasSubstr("<dc:title>Preuves</dc:title>")));
}

TEST_F(SheetFile, says_in_the_cell_that_a_text_was_cut) {
  std::string longest, longer;
  for (std::size_t i = 0; i < xlsx_cell_limit; ++i) longest += "é";
  longer = longest + "è";
  const auto xml = worksheet({.title = "t", .columns = {{"a"}, {"b"}}, .rows = {{longest, longer}}});
  EXPECT_THAT(cell_xml(xml, "A2"), AllOf(HasSubstr(longest), Not(HasSubstr("Cut here"))));
  EXPECT_THAT(cell_xml(xml, "B2"), AllOf(HasSubstr("é\n[… Cut here: this text has 32768 characters, and Excel takes 32767"), Not(HasSubstr("è"))));
  EXPECT_EQ(utf16_length(xlsx_cell_text(longer)), xlsx_cell_limit);
  const auto controls = xlsx_cell_text(std::string(xlsx_cell_limit, '\x01'));
  EXPECT_THAT(controls, AllOf(HasSubstr("this text has 32767 characters"), HasSubstr("_x0001_\n[")));
  EXPECT_LE(utf16_length(controls), xlsx_cell_limit);
}

TEST_F(SheetFile, keeps_control_characters_and_what_looks_like_an_escape) {
  const auto xml = worksheet({.title = "t", .columns = {{"a"}}, .rows = {{"_x0041_\x01 \xEF\xBF\xBF _x00_"}}});
  EXPECT_THAT(cell_xml(xml, "A2"), HasSubstr("_x005F_x0041__x0001_ \xEF\xBF\xBD _x00_"));
}

TEST_F(SheetFile, refuses_more_rows_than_excel_opens) {
  Sheet sheet{.title = "t", .columns = {{"a"}}, .rows{}};
  sheet.rows.resize(xlsx_row_limit);
  const auto problem = problem_of([&] { write_xlsx(place("t.xlsx"), sheet); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_THAT(problem.what(), HasSubstr("1048577 rows"));
  EXPECT_THAT(problem.remedy(), HasSubstr("CSV"));
  EXPECT_FALSE(std::filesystem::exists(place("t.xlsx")));
}

TEST_F(SheetFile, opens_without_any_row_or_column) {
  EXPECT_THAT(worksheet({.title = "", .columns = {}, .rows = {}}), HasSubstr("<sheetData/>"));
  EXPECT_THAT(worksheet({.title = "", .columns = {{"a"}}, .rows = {}}), HasSubstr("<autoFilter ref=\"A1\"/>"));
}

TEST_F(SheetFile, goes_by_the_ending_of_the_name) {
  write_sheet(place("a.XLSX"), sample());
  EXPECT_TRUE(workbook_content(place("a.XLSX")));
  write_sheet(place("a.csv"), sample());
  EXPECT_EQ(tests::read_bytes(place("a.csv")), sheet_csv(sample()));
  for (const char* name : {"a.xls", "a", ".xlsx"}) EXPECT_EQ(problem_of([&] { write_sheet(place(name), sample()); }).kind(), ProblemKind::bad_input) << name;
}

TEST_F(SheetFile, names_the_folder_that_is_not_there) {
  EXPECT_EQ(problem_of([&] { write_xlsx(place("absent/t.xlsx"), sample()); }).kind(), ProblemKind::not_found);
}

TEST_F(SheetFile, does_not_come_to_be_on_a_full_disk) {
  Sheet sheet = sample();
  for (int i = 0; i < 20'000; ++i) sheet.rows.push_back({std::to_string(i * 7919) + " texte de la ligne"});
  for (int kilobytes = 16; kilobytes < 2000; kilobytes += 124) { // full while the rows are noted, while parts are made of them, or while those are packed
    std::filesystem::create_directory(place("disk"));
    const auto outcome = tests::on_own_disk(place("disk"), kilobytes, [&](const auto&) -> std::string {
      const auto problem = problem_of([&] { write_xlsx(place("disk/t.xlsx"), sheet); });
      const bool left = !std::filesystem::is_empty(place("disk"));
      return std::to_string(static_cast<int>(problem.kind())) + (left ? " left" : "");
    });
    EXPECT_EQ(outcome, std::to_string(static_cast<int>(ProblemKind::no_space))) << kilobytes;
  }
}

TEST_F(SheetFile, is_read_back_with_what_was_handed_over) {
  write_xlsx(place("t.xlsx"), {.title = "t", .columns = {{"a"}, {"n", CellKind::number}}, .rows = {{"<é & \"ç\">\x01", "12"}, {" b ", ""}}});
  const auto texts = std::string{"a"} + "n" + "&lt;é &amp; \"ç\"&gt;_x0001_" + " b ";
  EXPECT_EQ(workbook_content(place("t.xlsx")), (WorksheetContent{5, texts.size()}));
}

/// Replaces the worksheet of a workbook.
void replace_worksheet(const std::filesystem::path& path, const std::string& xml) {
  auto* archive = zip_open(path.c_str(), 0, nullptr);
  zip_file_replace(archive, static_cast<zip_uint64_t>(zip_name_locate(archive, "xl/worksheets/sheet1.xml", 0)),
                   zip_source_buffer(archive, xml.data(), xml.size(), 0), 0);
  ASSERT_EQ(zip_close(archive), 0);
}

TEST_F(SheetFile, has_no_content_when_a_part_ends_too_early) {
  write_xlsx(place("t.xlsx"), sample());
  auto xml = tests::worksheet_of(place("t.xlsx"));
  xml.resize(xml.find("<row r=\"3\""));
  replace_worksheet(place("t.xlsx"), xml);
  EXPECT_FALSE(workbook_content(place("t.xlsx")));
  write_file(place("t.xlsx"), "no archive");
  EXPECT_FALSE(workbook_content(place("t.xlsx")));
}

TEST_F(SheetFile, shows_that_rows_were_lost_in_its_midst) {
  write_xlsx(place("t.xlsx"), sample());
  const auto whole = workbook_content(place("t.xlsx"));
  auto xml = tests::worksheet_of(place("t.xlsx"));
  const auto from = xml.find("Essai de") + 3, to = xml.find("une\ndeux");
  replace_worksheet(place("t.xlsx"), xml.erase(from, to - from));
  EXPECT_TRUE(whole);
  EXPECT_NE(workbook_content(place("t.xlsx")), whole);
}

TEST(SheetCsv, is_what_the_csv_writer_writes) { EXPECT_EQ(sheet_csv(sample()), write_csv({"Intitulé", "Valable jusqu’au", "Taille"}, sample().rows)); }

TEST(WorksheetName, is_one_that_excel_accepts) {
  EXPECT_EQ(worksheet_name("Preuves : 2026/2027 [a]*?\\"), "Preuves - 2026-2027 -a----");
  EXPECT_EQ(worksheet_name("'cité'"), "-cité-");
  EXPECT_EQ(worksheet_name(" \n"), "1");
  EXPECT_EQ(worksheet_name("History"), "History-");
  EXPECT_EQ(worksheet_name("Exigences du régime agrément 2006"), "Exigences du régime agrément 2…");
  EXPECT_EQ(worksheet_name("Exigences du régime agrément 20"), "Exigences du régime agrément 20");
  EXPECT_EQ(utf16_length(worksheet_name("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")), 31u);
}

TEST(XlsxNumber, is_only_what_excel_keeps_exactly) {
  EXPECT_EQ(xlsx_number("0"), 0);
  EXPECT_EQ(xlsx_number("-12.5"), -12.5);
  EXPECT_EQ(xlsx_number("123456789012345"), 123456789012345.0);
  for (const char* text : {"", "-", "1234567890123456", "007", "1e5", "1,5", ".5", "5.", "1.2.3", " 1", "0x10", "nan", "é"})
    EXPECT_FALSE(xlsx_number(text)) << text;
}

} // namespace
