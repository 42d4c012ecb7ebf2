#include "toolkit/exchange/record_import.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/exchange/record_sheet.hpp"
#include "toolkit/exchange/table_reader.hpp"
#include "toolkit/organisation/organisation.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

namespace hdskit {

void PrintTo(const CsvDefect& defect, std::ostream* out) { *out << defect.line << ", " << defect.column << ": " << defect.sentence; }

namespace {

enum class Mood { calm, worried };
std::span<const Choice> choices_of(Mood) {
  static constexpr Choice choices[] = {{"standard", marked("standard")}, {"important", marked("important")}};
  return choices;
}

/// What a record of a study looks like.
struct Hazard {
  Id<struct HazardTag> id;
  std::string reference, name, text;
  std::int64_t gravity = 0;
  std::optional<std::int64_t> cost;
  Mood mood = Mood::worried;
  std::optional<Date> due;
  std::optional<Minutes> delay;
  std::vector<std::string> causes, remarks;
  static const RecordType<Hazard>& type() {
    static const Field<Hazard> fields[] = {
        field<&Hazard::reference>("reference", marked("Reference"), Need::required),
        field<&Hazard::name>("name", marked("Name"), Need::required),
        long_field<&Hazard::text>("text", marked("Description")),
        field<&Hazard::gravity>("gravity", "Initial gravity (G)"),
        field<&Hazard::cost>("cost", "Cost"),
        field<&Hazard::mood>("mood", marked("Criticality")),
        field<&Hazard::due>("due", marked("Due")),
        field<&Hazard::delay>("delay", "Delay"),
        citing<&Hazard::causes>("causes", "Causes", "hazard"),
        field<&Hazard::remarks>("remarks", "Causes (remarks)"),
    };
    static const RecordType<Hazard> type{"hazard", "hazard", fields};
    return type;
  }
};
} // namespace
} // namespace hdskit

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using tests::acting;
using tests::problem_of;

const RecordKind& hazard() {
  static const auto kind = record_kind_of<Hazard>({"reference", "name"});
  return kind;
}

auto defect(int line, int column, const std::string& part) {
  return AllOf(testing::Field(&CsvDefect::line, line), testing::Field(&CsvDefect::column, column), testing::Field(&CsvDefect::sentence, HasSubstr(part)));
}

std::vector<RecordView> two_hazards() {
  Hazard first{.reference = "R1", .name = "Panne", .text = "Une ligne\r\net une autre", .gravity = 3, .due = Date::of(2026, 11, 22), .causes = {"C1", "C2"}};
  Hazard second{.reference = "É2", .name = "Fuite", .text = {}};
  first.id = decltype(first.id){11};
  second.id = decltype(second.id){12};
  return {view_of(first), view_of(second)};
}

RecordImport preview(std::string_view csv, const ImportRules& rules = {}) { return preview_records(hazard(), two_hazards(), read_csv(csv, "x.csv"), rules); }

/// What one cell of a new record becomes, or why not.
std::string cell(const std::string& field, const std::string& text, const ImportRules& rules = {}) {
  const auto import = preview(write_csv({"reference", "name", field}, {{"R9", "x", text}}), rules);
  if (!import.refused.empty()) {
    EXPECT_EQ(import.refused[0].column, 3);
    return import.refused[0].sentence;
  }
  for (const auto& [name, value] : import.planned.at(0).values)
    if (name == field) return value;
  return "";
}

TEST(RecordImport, tells_what_is_added_changed_and_as_it_was) {
  const auto import = preview("id;reference;name;gravity;due;causes\n"
                              "99;r1;Panne;4;22/11/2026;C1, C2\n"
                              "98;e2;Fuite;;;\n"
                              "97;R3;Vol;2;1/2/2027;\n"
                              ";;;;;\n");
  EXPECT_THAT(import.refused, IsEmpty()) << listed(import.refused);
  EXPECT_EQ(import.added, 1);
  EXPECT_EQ(import.changed, 1);
  EXPECT_EQ(import.unchanged, 1);
  ASSERT_EQ(import.planned.size(), 2u);
  EXPECT_EQ(import.planned[0].id, 11);
  EXPECT_EQ(import.planned[0].reference, "R1") << "as it is recorded";
  EXPECT_EQ(import.planned[0].line, 2);
  EXPECT_THAT(import.planned[0].values, ElementsAre(Pair("gravity", "4")));
  EXPECT_EQ(import.planned[1].id, 0);
  EXPECT_EQ(import.planned[1].title, "Vol");
  EXPECT_THAT(import.planned[1].values, ElementsAre(Pair("name", "Vol"), Pair("gravity", "2"), Pair("due", "2027-02-01"), Pair("reference", "R3")));
}

TEST(RecordImport, empties_what_is_empty_and_leaves_what_is_not_there) {
  EXPECT_THAT(preview("reference;due;gravity\nR1;;\n").planned.at(0).values, ElementsAre(Pair("due", ""), Pair("gravity", "0")));
  EXPECT_EQ(preview("reference;due\nR1\n").unchanged, 1);
  EXPECT_THAT(preview("reference;name\nR1;\n").refused, ElementsAre(defect(2, 2, "“Name” must be filled in")));
}

TEST(RecordImport, knows_headings_in_both_languages_whatever_their_accents_and_signs) {
  const ImportRules rules{.headings = {{"gravity", {"Gravité initiale", "G"}}, {"due", {"N° d’échéance"}}}, .passed_over = {"Niveau calculé"}};
  for (const auto* heading : {"gravity", "GRAVITE  INITIALE", "Gravité initiale (G)", "g", "Initial gravity (G)", "initial-gravity", "\"gravité\ninitiale *\""})
    EXPECT_THAT(preview("reference;niveau calcule;" + std::string{heading} + "\nR1;x;4\n", rules).planned.at(0).values, ElementsAre(Pair("gravity", "4")))
        << heading;
  EXPECT_EQ(preview("Référence;Nom\nR1;Incendie\n", rules).changed, 1) << "the label in French";
  EXPECT_EQ(preview("reference;n d'echeance\nR1;2027-01-01\n", rules).changed, 1);
  EXPECT_EQ(preview("reference; ;name\nR1;what stands beside;Incendie\n").changed, 1) << "a column without heading";
}

TEST(RecordImport, refuses_headings_that_are_unknown_repeated_or_ambiguous) {
  EXPECT_THAT(preview("reference;Delai;Initial gravty;zzzzzzzz;name;Nom\n").refused,
              ElementsAre(defect(1, 2, "No column is called “Delai”; the closest are: Delay"), defect(1, 3, "the closest are: Initial gravity (G)"),
                          defect(1, 4, "the columns are: Reference, Name"), defect(1, 6, "“Nom” means the same as “name” in column 5"),
                          defect(1, 0, "No row follows")));
  EXPECT_THAT(preview("reference;causes\nR1;\n").refused, IsEmpty()) << "the name of a field is never ambiguous";
  const ImportRules rules{.headings = {{"cost", {"Montant"}}, {"gravity", {"Montant"}}}};
  EXPECT_THAT(preview("reference;montant\nR1;1\n", rules).refused, ElementsAre(defect(1, 2, "“montant” may mean several fields: write one of gravity, cost")));
}

TEST(RecordImport, needs_references_unless_the_rules_give_them) {
  EXPECT_THAT(preview("name\nx\n").refused, ElementsAre(defect(1, 0, "The column “Reference” is missing")));
  EXPECT_THAT(preview("reference;name\n;x\n").refused, ElementsAre(defect(2, 1, "has no reference")));
  int number = 0;
  const ImportRules rules{.next_reference = [&] { return "R" + std::to_string(++number); }};
  const auto import = preview("reference;name\n;x\nR2;y\n;z\n", rules);
  EXPECT_THAT(import.refused, IsEmpty()) << listed(import.refused);
  ASSERT_EQ(import.planned.size(), 3u);
  EXPECT_EQ(import.planned[0].reference, "R3") << "R1 is recorded, R2 comes later in the table";
  EXPECT_THAT(import.planned[0].values, ElementsAre(Pair("name", "x"), Pair("reference", "R3")));
  EXPECT_EQ(import.planned[2].reference, "R4");
}

TEST(RecordImport, refuses_a_reference_that_stands_twice) {
  EXPECT_THAT(preview("reference;name\nR7;x\nr7 ;y\n").refused, ElementsAre(defect(3, 1, "“r7” already stands in line 2")));
  auto existing = two_hazards();
  existing[1].values[0] = "r1";
  EXPECT_THAT(preview_records(hazard(), existing, read_csv("reference;name\nR1;x\n", "x"), {}).refused,
              ElementsAre(defect(2, 1, "Several records bear the reference “R1”")));
}

TEST(RecordImport, asks_new_records_for_what_is_required) {
  EXPECT_THAT(preview("reference;gravity\nR9;1\n").refused, ElementsAre(defect(2, 0, "“Name” must be filled in")));
  EXPECT_THAT(preview("reference;name\nR9;\n").refused, ElementsAre(defect(2, 2, "“Name” must be filled in")));
  EXPECT_THAT(preview("reference;name\nR9;\x01\n").refused, ElementsAre(defect(2, 2, "a control character"))) << "told once";
}

TEST(RecordImport, says_that_a_table_is_empty) {
  EXPECT_THAT(preview("").refused, ElementsAre(defect(1, 0, "The file is empty")));
  EXPECT_THAT(preview("reference;name\n;\n").refused, ElementsAre(defect(1, 0, "No row follows the headings")));
}

TEST(RecordImportCell, reads_choices_by_word_and_label_in_both_languages) {
  EXPECT_EQ(cell("mood", "standard"), "standard");
  EXPECT_EQ(cell("mood", " IMPORTANT "), "important");
  {
    const LanguageScope french{Language::french};
    const auto label = tr("standard");
    const LanguageScope english{Language::english};
    EXPECT_EQ(cell("mood", label + "."), "standard");
  }
  EXPECT_THAT(cell("mood", "presque"), HasSubstr("one of: standard, important is expected"));
}

TEST(RecordImportCell, reads_whole_numbers_as_french_spreadsheets_write_them) {
  EXPECT_EQ(cell("cost", "1 250,00 €"), "1250");
  EXPECT_EQ(cell("cost", "1\u202F250\u00A0€"), "1250");
  EXPECT_EQ(cell("cost", "3.0"), "3");
  EXPECT_EQ(cell("cost", "\u221212"), "-12");
  EXPECT_EQ(cell("cost", "50 %"), "50");
  EXPECT_THAT(cell("cost", "1 250,50 €"), AllOf(HasSubstr("“1 250,50 €”"), HasSubstr("a whole number, without decimals")));
  EXPECT_THAT(cell("cost", "1.000"), HasSubstr("could part thousands"));
  EXPECT_THAT(cell("cost", "1,2,3"), HasSubstr("a whole number is expected"));
  EXPECT_THAT(cell("cost", "99999999999999999999"), HasSubstr("a whole number is expected"));
  EXPECT_THAT(cell("cost", "douze"), HasSubstr("a whole number is expected"));
}

TEST(RecordImportCell, reads_days_as_people_write_them) {
  for (const auto* day : {"2026-02-01", "01/02/2026", "1/2/2026", "01.02.2026", "01-02-2026", "2026-02-01 00:00"})
    EXPECT_EQ(cell("due", day), "2026-02-01") << day;
  for (const auto* day : {"31/02/2026", "01/02/26", "bientôt", "2026-02-01 10:30", "1/2/99999", "//"})
    EXPECT_THAT(cell("due", day), HasSubstr("a date such as")) << day;
  EXPECT_EQ(cell("delay", "4h"), "4 h");
}

TEST(RecordImportCell, parts_lists_and_keeps_long_texts) {
  EXPECT_EQ(cell("causes", "C1, C2;C3\r\nC4"), "C1; C2; C3; C4");
  EXPECT_EQ(cell("remarks", "Vite, bien\nassez"), "Vite, bien; assez") << "only references are parted by commas";
  EXPECT_EQ(cell("text", "  un\r\ndeux\rtrois\vquatre "), "  un\ndeux\ntrois\nquatre ");
  EXPECT_EQ(cell("text", " \u00A0\n"), "") << "blank";
  EXPECT_EQ(cell("text", "=1+1"), "=1+1") << "the guard of the CSV file is gone";
}

TEST(RecordImportCell, takes_what_a_spreadsheet_can_hold_and_no_more) {
  EXPECT_EQ(cell("text", std::string(import_cell_limit, 'x')).size(), import_cell_limit);
  std::string accents;
  for (std::size_t i = 0; i < import_cell_limit; ++i) accents += "é";
  EXPECT_EQ(cell("text", accents), accents) << "characters, not bytes";
  EXPECT_EQ(cell("text", std::string(100'000, 'x')), "The cell holds 100000 characters; at most 32767 are imported.");
  EXPECT_THAT(cell("text", "a\x07z"), HasSubstr("a control character"));
}

TEST(RecordImportCell, is_read_by_the_rules_when_the_kind_does_not_understand) {
  const ImportRules rules{.read_cell = [](std::string_view field, std::string_view text) -> std::optional<std::string> {
    if (field == "gravity" && text == "Importante") return "3";
    return std::nullopt;
  }};
  EXPECT_EQ(cell("gravity", "Importante", rules), "3");
  EXPECT_EQ(cell("gravity", "2", rules), "2");
  EXPECT_THAT(cell("gravity", "Énorme", rules), HasSubstr("a whole number is expected"));
}

TEST(RecordImport, lets_the_rules_judge_whole_rows) {
  const ImportRules rules{.check = [](const std::vector<std::string>& values) -> std::vector<std::pair<std::string, std::string>> {
    if (values[hazard().index_of("gravity")] == "9") return {{"gravity", "9 stands on no scale"}, {"cost", "too dear"}};
    return {};
  }};
  EXPECT_THAT(preview("reference;gravity\nR1;9\nÉ2;\n", rules).refused, ElementsAre(defect(2, 2, "9 stands on no scale"), defect(2, 0, "too dear")));
  auto existing = two_hazards();
  existing[0].values[hazard().index_of("gravity")] = "9";
  EXPECT_EQ(preview_records(hazard(), existing, read_csv("reference;gravity\nR1;9\n", "x"), rules).unchanged, 1) << "what is not changed is not judged";
}

TEST(RecordImport, names_every_defect_in_the_order_of_the_lines) {
  const auto import = preview("reference;gravity;due\nR1;x;jamais\n\"R2;1;\n");
  EXPECT_THAT(import.refused, ElementsAre(defect(2, 2, "“x”"), defect(2, 3, "“jamais”"), defect(3, 1, "never closed"), testing::_)) << listed(import.refused);
}

TEST(RecordImport, lists_a_thousand_defects_at_most) {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 2000; ++i) rows.push_back({"N" + std::to_string(i), "x", "much"});
  EXPECT_EQ(preview(write_csv({"reference", "name", "gravity"}, rows)).refused.size(), csv_defect_limit);
}

class ImportedRecords : public tests::OnEachEngine {
protected:
  void SetUp() override {
    workspace_.emplace(fresh_workspace());
    workspace_->change(acting(), [&](Change& change) {
      const auto client = record_kind("client").add(change, {{"name", "Clinique des Tilleuls"}});
      kind().add(change, {{"reference", "2026-01"},
                          {"client", std::to_string(client)},
                          {"services", "DPI; LABO"},
                          {"signed_on", "2026-01-05"},
                          {"note", "- un\n- deux ; « trois »"}});
      kind().add(change, {{"reference", "'=x"}, {"client", std::to_string(client)}, {"note", "=cmd|' /C calc'!A0"}});
    });
  }
  static const RecordKind& kind() { return record_kind("contract"); }
  Workspace& workspace() { return *workspace_; }
  RecordImport import(const std::string& bytes) {
    RecordImport done;
    workspace().change(acting(), [&](Change& change) {
      done = preview_records(kind(), kind().all(change.workspace()), read_table(bytes, "list"), {});
      import_records(change, kind(), done, "list");
    });
    return done;
  }

private:
  std::optional<Workspace> workspace_;
};

TEST_P(ImportedRecords, of_an_export_change_nothing) {
  const auto end = journal_position(workspace());
  for (const auto* name : {"list.xlsx", "list.csv"}) {
    const auto file = folder() / name;
    write_sheet(file, kind_sheet(workspace(), kind()));
    const auto done = import(read_file(file));
    EXPECT_EQ(done.unchanged, 2) << name;
    EXPECT_THAT(done.planned, IsEmpty());
  }
  EXPECT_EQ(journal_position(workspace()), end);
}

TEST_P(ImportedRecords, are_added_and_changed) {
  const auto done = import("reference;client;signed_on;services\n2026-01;1;06/01/2026;\n2026-02;1;;DPI\n");
  EXPECT_EQ(done.added, 1);
  EXPECT_EQ(done.changed, 1);
  const auto records = kind().all(workspace());
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0].values[kind().index_of("signed_on")], "2026-01-06");
  EXPECT_EQ(records[0].values[kind().index_of("services")], "");
  EXPECT_EQ(records[0].values[kind().index_of("note")], "- un\n- deux ; « trois »") << "the table has no such column";
  EXPECT_EQ(records[2].values[kind().index_of("reference")], "2026-02");
}

TEST_P(ImportedRecords, stay_as_they_were_when_one_cell_is_refused) {
  const auto end = journal_position(workspace());
  const auto problem = problem_of([&] { import("reference;client;signed_on\n2026-01;1;06/01/2026\n2026-02;1;demain\n2026-03;;\n"); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem.subject(), "list");
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("line 3, column 3: “demain”"), HasSubstr("line 4, column 2: “Client” must be filled in")));
  EXPECT_EQ(journal_position(workspace()), end);
  EXPECT_EQ(kind().all(workspace()).size(), 2u);
}

INSTANTIATE_ON_BOTH_ENGINES(ImportedRecords);

} // namespace
