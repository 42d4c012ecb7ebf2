#include "gui/presenter/citation.hpp"

#include "gui/presenter/record_edit.hpp"
#include "tests/support/workspaces.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const std::vector<FormChoice> events = {{"ER1", "ER1 – Dossiers divulgués"}, {"ER2", "ER2 – Arrêt; perte des soins"}, {"ER3", "ER3 – Données altérées"}};

FormField citing_field(bool several) {
  FormField field{.name = "events", .label = "Events", .kind = several ? FieldKind::list : FieldKind::text};
  make_citing(field, events);
  return field;
}
const FormField list = citing_field(true), one = citing_field(false);

std::vector<std::string> references(const CitationChoice& choice) {
  std::vector<std::string> result;
  for (const auto& line : choice.lines()) result.push_back((line.chosen ? "+" : "") + line.reference);
  return result;
}

} // namespace

TEST(Citation, stores_the_reference_of_what_was_typed_or_chosen_by_its_title) {
  EXPECT_EQ(citation_text(one, " er1 "), "ER1");
  EXPECT_EQ(citation_text(one, "ER3 – Données altérées"), "ER3");
  EXPECT_EQ(citation_text(list, "er3;ER1 – Dossiers divulgués;; ER3"), "ER3; ER1");
  EXPECT_EQ(citation_text(list, "ER2 – Arrêt; perte des soins"), "ER2"); // the semicolon is of the title
  EXPECT_EQ(citation_text(list, ""), "");
}

TEST(Citation, keeps_a_reference_that_leads_nowhere_and_says_so_first) {
  EXPECT_EQ(citation_text(list, "ER1; ER9"), "ER1; ER9");
  EXPECT_EQ(citation_words(list, "ER1; ER9"), "⚠ ER9 – not found; ER1 – Dossiers divulgués");
  EXPECT_EQ(citation_words(one, "ER1"), "ER1 – Dossiers divulgués");
  EXPECT_EQ(citation_words(one, ""), "");
}

TEST(Citation, reads_the_first_few_of_many) {
  std::string typed;
  for (int i = 10; i < 30; ++i) typed += "X" + std::to_string(i) + ";";
  const auto words = citation_words(list, typed);
  EXPECT_THAT(words, HasSubstr("X17 – not found and 12 others"));
}

TEST(Citation, is_chosen_from_a_list_that_may_be_searched) {
  CitationChoice choice{list, "ER9; ER3"};
  EXPECT_THAT(references(choice), ElementsAre("+ER9", "ER1", "ER2", "+ER3"));
  EXPECT_EQ(choice.lines().front().label, "⚠ ER9 – not found");
  choice.seek("altere");
  EXPECT_THAT(references(choice), ElementsAre("+ER3"));
  EXPECT_EQ(choice.sentence(), "1 of 4 shown, 2 chosen");
  choice.seek("arret soins");
  choice.choose(0, true);
  choice.seek("");
  EXPECT_THAT(references(choice), ElementsAre("+ER9", "ER1", "+ER2", "+ER3"));
  EXPECT_EQ(choice.text(), "ER9; ER3; ER2"); // the order of before, then the new one
  choice.choose(0, false);
  EXPECT_EQ(choice.text(), "ER3; ER2");
  choice.seek("nothing like it");
  EXPECT_EQ(choice.sentence(), "Nothing holds these words.");
}

TEST(Citation, of_one_record_lets_the_others_go) {
  CitationChoice choice{one, "ER1"};
  choice.choose(2, true);
  EXPECT_THAT(references(choice), ElementsAre("ER1", "ER2", "+ER3"));
  choice.choose(2, false);
  EXPECT_EQ(choice.text(), "");
}

TEST(Citation, with_nothing_to_cite_says_what_to_do_first) {
  FormField field{.name = "events", .label = "Events", .kind = FieldKind::list};
  make_citing(field, {});
  EXPECT_THAT(field.hint, HasSubstr("record it first"));
  EXPECT_EQ((CitationChoice{field, ""}.sentence()), field.hint);
}

namespace {

/// Sites whose power supply cites measures and risks: a kind with a citation, where the organisation has none.
class CitingForms : public testing::Test {
protected:
  CitingForms() {
    for (auto& field : kind.fields)
      if (field.name == "power") field.refers_to = "measure risk";
    ways.cited = [this](const Workspace&, std::string_view kinds) {
      asked = kinds;
      return there;
    };
    ways.title = [](const RecordKind&, const RecordView& record) { return "site " + record.values.front(); };
  }

  ScratchFolder folder;
  Workspace workspace = Workspace::create((folder.path() / "a.hds").string(), acting());
  RecordKind kind = record_kind("site");
  const std::size_t power = kind.index_of("power"), name = kind.index_of("name");
  std::vector<FormChoice> there = events;
  std::string asked;
  RecordWays ways;
};

} // namespace

TEST_F(CitingForms, offer_the_records_of_the_kinds_that_the_field_names) {
  const auto fields = form_fields(workspace, kind, ways.cited);
  EXPECT_EQ(asked, "measure risk");
  EXPECT_TRUE(fields[power].cites);
  EXPECT_EQ(fields[power].choices, events);
  EXPECT_FALSE(fields[name].cites);
  EXPECT_FALSE(form_fields(workspace, kind)[power].cites); // nobody knows what there is: it is typed freely
}

TEST_F(CitingForms, start_empty_read_titles_and_hold_references) {
  RecordEdit edit{workspace, kind, ways};
  EXPECT_EQ(edit.form().value(power), "");
  edit.form().type(power, "ER3 – Données altérées");
  EXPECT_EQ(edit.form().value(power), "ER3");
  EXPECT_EQ(edit.form().hint(power), "ER3 – Données altérées");
  EXPECT_EQ(edit.form().assignments(), (Assignments{{"power", "ER3"}}));
  EXPECT_EQ(text_to_read(edit.form().fields()[power], "ER7"), "⚠ ER7 – not found");
}

TEST_F(CitingForms, tell_what_came_and_went_while_one_types) {
  RecordEdit edit{workspace, kind, ways};
  edit.form().type(power, "ER1");
  there.clear();
  edit.follow(workspace);
  EXPECT_EQ(edit.form().hint(power), "⚠ ER1 – not found");
  EXPECT_EQ(edit.form().value(power), "ER1");
  edit.form().type(power, "");
  EXPECT_THAT(edit.form().hint(power), HasSubstr("record it first"));
}

TEST_F(CitingForms, of_a_new_record_begin_with_what_is_proposed_and_name_it_in_the_ways_of_its_room) {
  Session session{workspace.location(), Seat{"A. Martin", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}};
  RecordEdit edit{workspace, kind, ways, {{"name", "Salle Brenne"}}};
  EXPECT_FALSE(edit.form().changed());
  EXPECT_EQ(edit.form().shown(name), "Salle Brenne");
  edit.form().type(power, "er1");
  EXPECT_THAT(edit.save(session, {}).sentence, HasSubstr("“site Salle Brenne”"));
  EXPECT_EQ(edit.title(), "site Salle Brenne");
  EXPECT_EQ(kind.find(workspace, *edit.id()).values[power], "ER1");
  ways.referring = [](const Workspace&, const RecordKind&, std::int64_t) { return std::vector<std::string>{"measure “M4”"}; };
  const auto problem = problem_of([&] { remove_record_of(session, kind, *edit.id(), edit.form().started(), ways); });
  EXPECT_THAT(problem.what(), HasSubstr("measure “M4”"));
}
