#include "toolkit/exchange/requirement_csv.hpp"

#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/record_sheet.hpp"
#include "toolkit/exchange/table_reader.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::acting;
using tests::problem_of;

const Checklist& checklist() {
  static const auto read = checklist_of(shipped_checklist("agrement-2006"), "agrement-2006");
  return read;
}

std::vector<Answer> sample_answers() {
  return {
      {.item = "R1111-9-1",
       .state = DemonstrationState::written,
       .statement = "Les équipes ; « formées »\n\n- point [PSSI]",
       .owner = "DSI",
       .due = Date::of(2026, 11, 22)},
      {.item = "R1111-9-2", .state = DemonstrationState::absent},
      {.item = "R1111-12-8", .state = DemonstrationState::demonstrated, .statement = "- commence par un tiret\n'=apostrophe", .owner = "=cmd|' /C calc'!A0"}};
}

auto defect(int line, int column, const std::string& part) {
  return AllOf(testing::Field(&CsvDefect::line, line), testing::Field(&CsvDefect::column, column), testing::Field(&CsvDefect::sentence, HasSubstr(part)));
}

RequirementImport preview(const std::vector<Answer>& answers, std::string_view csv) {
  return preview_requirements(checklist(), answers, read_csv(csv, "test.csv"));
}

TEST(RequirementExport, has_one_row_an_item_with_the_codes_of_its_evidence) {
  const std::vector<Evidence> evidence = {{.code = "PSSI", .requirements = {"R1111-9-1", "R1111-9-2"}}, {.code = "ORG", .requirements = {"r1111-9-1"}}};
  const auto table = read_csv(export_requirements(checklist(), sample_answers(), evidence), "export").table;
  EXPECT_THAT(table.headings, ElementsAre("Id", "Article", "Number", "Title", "Expected", "State", "Statement", "Owner", "Due", "Evidence", "Applicability"));
  ASSERT_EQ(table.rows.size(), 42u);
  const auto& cells = table.rows[0].cells;
  EXPECT_EQ(cells[0], "R1111-9-1");
  EXPECT_EQ(cells[1], "R.\u00A0"
                      "1111-9");
  EXPECT_EQ(cells[2], "1°");
  EXPECT_EQ(cells[3], checklist().items[0].title.english);
  EXPECT_EQ(cells[5], "written");
  EXPECT_EQ(cells[6], sample_answers()[0].statement);
  EXPECT_EQ(cells[8], "2026-11-22");
  EXPECT_EQ(cells[9], "PSSI, ORG");
  EXPECT_EQ(table.rows[2].cells[5], "") << "an item without answer has no state";
}

TEST(RequirementExport, carries_no_formula) {
  const auto csv = export_requirements(checklist(), sample_answers(), {});
  EXPECT_THAT(csv, HasSubstr(";'=cmd|"));
  EXPECT_EQ(csv.find(";="), std::string::npos);
}

TEST(RequirementImport, of_an_export_changes_nothing) {
  const auto import = preview(sample_answers(), export_requirements(checklist(), sample_answers(), {}));
  EXPECT_THAT(import.refused, IsEmpty()) << listed(import.refused);
  EXPECT_EQ(import.added, 0);
  EXPECT_EQ(import.changed, 0);
  EXPECT_EQ(import.unchanged, 42);
  EXPECT_THAT(import.answers, IsEmpty());
}

TEST(RequirementImport, of_a_french_export_changes_nothing_in_english) {
  std::string csv;
  {
    const LanguageScope french{Language::french};
    csv = export_requirements(checklist(), sample_answers(), {});
  }
  EXPECT_THAT(csv, HasSubstr("Identifiant;Article;Numéro;Intitulé;Attendu;État;Réponse;Responsable;Échéance;Pièces;Applicabilité\r\n"));
  EXPECT_THAT(csv, HasSubstr(checklist().items[0].title.french));
  const auto import = preview(sample_answers(), csv);
  EXPECT_THAT(import.refused, IsEmpty()) << listed(import.refused);
  EXPECT_EQ(import.unchanged, 42);
}

TEST(RequirementImport, of_a_workbook_changes_nothing_either) {
  const ScratchFolder folder;
  const auto file = folder.path() / "answers.xlsx";
  write_xlsx(file, requirement_sheet(checklist(), sample_answers(), {}));
  const auto import = preview_requirements(checklist(), sample_answers(), read_table(read_file(file), "answers.xlsx"));
  EXPECT_THAT(import.refused, IsEmpty()) << listed(import.refused);
  EXPECT_EQ(import.unchanged, 42);
}

TEST(RequirementImport, tells_added_changed_and_unchanged) {
  const auto import = preview(sample_answers(), "id;state;statement;owner;due\n"
                                                "R1111-9-1;demonstrated;Nouveau texte;DSI;22/11/2026\n"
                                                "r1111-9-2;;;;\n"
                                                "R1111-9-3;defined;Sans objet;;\n"
                                                "R1111-9-4;;;;\n"
                                                ";;;;\n");
  EXPECT_THAT(import.refused, IsEmpty()) << listed(import.refused);
  EXPECT_EQ(import.added, 1);
  EXPECT_EQ(import.changed, 1);
  EXPECT_EQ(import.unchanged, 2);
  ASSERT_EQ(import.answers.size(), 2u);
  EXPECT_EQ(import.answers[0].statement, "Nouveau texte");
  EXPECT_EQ(import.answers[0].due, Date::of(2026, 11, 22)) << "as Excel in French writes dates";
  EXPECT_EQ(import.answers[1].item, "R1111-9-3");
}

TEST(RequirementImport, empties_what_is_empty_and_leaves_what_is_not_there) {
  const auto emptied = preview(sample_answers(), "id;owner;due\nR1111-9-1;;\n");
  ASSERT_EQ(emptied.answers.size(), 1u);
  EXPECT_EQ(emptied.answers[0].owner, "");
  EXPECT_FALSE(emptied.answers[0].due);
  EXPECT_EQ(emptied.answers[0].statement, sample_answers()[0].statement) << "the file has no such column";
  EXPECT_EQ(preview(sample_answers(), "id;owner;due\nR1111-9-1\n").unchanged, 1) << "the row has no such cells";
}

TEST(RequirementImport, does_not_read_the_evidence_column) {
  EXPECT_EQ(preview(sample_answers(), "id;title;evidence\nR1111-9-1;Autre titre;TOUT, AUTRE\n").unchanged, 1);
}

TEST(RequirementImport, takes_the_line_ends_of_windows_for_the_same_text) {
  EXPECT_EQ(preview(sample_answers(), "id;statement\nR1111-9-1;\"Les équipes ; « formées »\r\n\r\n- point [PSSI]\"\n").unchanged, 1);
}

TEST(RequirementImport, reports_every_refused_cell_with_line_and_column) {
  const auto import = preview({}, tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/csv/refused-requirements.csv"));
  EXPECT_THAT(import.refused,
              ElementsAre(defect(2, 1, "no item “R1111-9-7”; the closest are: R1111-9-1, "),
                          defect(3, 3, "“presque” is no state of “R1111-9-1”: one of absent, defined, written, demonstrated"),
                          defect(4, 5, "“bientôt” is no date for “R1111-9-2”"), defect(5, 5, "“31/02/2026” is no date"),
                          defect(6, 1, "“R1111-9-2” already stands in line 4"), defect(7, 1, "names no item"), defect(8, 6, "beyond the 5 columns")))
      << listed(import.refused);
}

TEST(RequirementImport, proposes_no_item_when_none_comes_close) {
  EXPECT_THAT(preview({}, "id;state\nsauvegarde des bases;written\n").refused,
              ElementsAre(defect(2, 1, "The checklist holds no item “sauvegarde des bases”.")));
}

TEST(RequirementImport, needs_the_column_that_names_the_item) {
  EXPECT_THAT(preview({}, "state;statement\nwritten;x\n").refused, ElementsAre(defect(1, 0, "The column “Id” is missing")));
}

TEST(RequirementImport, refuses_columns_that_it_does_not_know_or_finds_twice) {
  EXPECT_THAT(preview({}, "id;Reponses;state;État\nR1111-9-1;x;written;absent\n").refused,
              ElementsAre(defect(1, 2, "No column is called “Reponses”"), defect(1, 4, "second column is called “État”")));
  EXPECT_THAT(preview({}, "ID;REPONSE;ETAT;\nR1111-9-1;x;written;\n").refused, IsEmpty()) << "letter case, accents and empty columns do not matter";
}

class RequirementFile : public tests::OnEachEngine {
protected:
  void SetUp() override {
    workspace_.emplace(fresh_workspace());
    workspace_->change(acting(), [](Change& change) {
      adopt_checklist(change, std::string{shipped_checklist("agrement-2006")});
      for (const auto& answer : sample_answers()) give_answer(change, checklist(), answer);
    });
  }
  Workspace& workspace() { return *workspace_; }
  std::string exported() { return export_requirements(checklist(), all_answers(workspace()), {}); }
  RequirementImport import(const std::string& csv) {
    RequirementImport done;
    workspace().change(acting(), [&](Change& change) { done = import_requirements(change, checklist(), read_csv(csv, "list.csv"), "list.csv"); });
    return done;
  }

private:
  std::optional<Workspace> workspace_;
};

TEST_P(RequirementFile, leaves_the_journal_alone_when_nothing_is_new) {
  const auto end = journal_position(workspace());
  EXPECT_EQ(import(exported()).unchanged, 42);
  EXPECT_EQ(journal_position(workspace()), end);
}

TEST_P(RequirementFile, carries_edited_answers_home) {
  const auto edited = replaced(exported(), "DSI", "RSSI");
  EXPECT_EQ(import(edited).changed, 1);
  EXPECT_EQ(answer_to(workspace(), "R1111-9-1")->owner, "RSSI");
  EXPECT_EQ(import(edited).changed, 0);
}

TEST_P(RequirementFile, is_imported_as_a_whole_or_not_at_all) {
  const auto end = journal_position(workspace());
  const auto problem = problem_of([&] { import("id;statement;due\nR1111-9-1;changé;\nR1111-9-3;nouveau;jamais\nR1111-99;x;\n"); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem.subject(), "list.csv");
  EXPECT_THAT(problem.what(), HasSubstr("line 3, column 3: "));
  EXPECT_THAT(problem.what(), HasSubstr("line 4, column 1: "));
  EXPECT_EQ(journal_position(workspace()), end);
  EXPECT_EQ(answer_to(workspace(), "R1111-9-1")->statement, sample_answers()[0].statement);
}

INSTANTIATE_ON_BOTH_ENGINES(RequirementFile);

TEST(RecordExport, writes_any_record_under_the_names_of_its_fields) {
  const std::vector<Evidence> evidence = {
      {.id = EvidenceId{7}, .code = "PSSI", .title = "Politique ; sécurité", .requirements = {"R1111-9-2", "R1111-12-6"}, .date = Date::of(2026, 1, 5)}};
  const auto table = read_csv(sheet_csv(record_sheet(evidence)), "export").table;
  ASSERT_EQ(table.headings.size(), 1 + Evidence::type().fields.size());
  EXPECT_EQ(table.headings[0], "id");
  const auto cell = [&](const char* name) {
    return table.rows.at(0).cells.at(static_cast<std::size_t>(std::ranges::find(table.headings, name) - table.headings.begin()));
  };
  EXPECT_EQ(cell("id"), "7");
  EXPECT_EQ(cell("title"), "Politique ; sécurité");
  EXPECT_EQ(cell("requirements"), "R1111-9-2; R1111-12-6");
  EXPECT_EQ(cell("date"), "2026-01-05");
  EXPECT_EQ(cell("kind"), "other");
}

} // namespace
