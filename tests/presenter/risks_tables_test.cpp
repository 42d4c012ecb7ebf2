#include "gui/presenter/risks_catalogue.hpp"
#include "gui/presenter/risks_scale.hpp"
#include "gui/presenter/table_import.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/risk/study_change.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

namespace {

class RiskTables : public testing::Test {
protected:
  RiskTables() {
    Workspace::create(location, tests::acting());
    session.emplace(location, Seat{"Hélène Rousset", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }});
    session->change("risk", [](Change& change) { add_to_study(change, Risk{.name = "Rançongiciel", .gravity = {4}, .likelihood = {3}}); });
  }
  TableImport read(const std::string& csv) {
    const auto file = folder.path() / "registre.csv";
    write_file(file, csv);
    return read_table_import(session->workspace(), risk_tables(), risk_kind("risk"), file);
  }
  std::vector<Risk> risks() const { return read_study(session->workspace()).risks; }
  std::shared_ptr<const RiskMap> map() const { return read_risk_map(session->workspace(), session->today()); }

  ScratchFolder folder;
  std::string location = (folder.path() / "w.hds").string();
  std::optional<Session> session;
};

std::vector<std::vector<std::string>> texts_of(const ListRows& rows) {
  std::vector<std::vector<std::string>> texts;
  for (std::size_t row = 0; row < rows.count; ++row) {
    texts.emplace_back();
    for (const auto& cell : rows.cells(row)) texts.back().push_back(cell.text);
  }
  return texts;
}

TEST_F(RiskTables, show_what_an_import_adds_and_changes_before_it_is_done) {
  const auto table = read("Référence;Scénario;Gravité;Vraisemblance\nR1;Rançongiciel;3;3\n;Incendie;2;Peu vraisemblable\n");
  ASSERT_TRUE(table.possible());
  const auto rows = texts_of(table.rows);
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_THAT(rows[0][0], HasSubstr("added"));
  EXPECT_EQ(rows[0][4], "Incendie");
  EXPECT_THAT(rows[1], ElementsAre(HasSubstr("changed"), "2", "", "R1", HasSubstr("“4” → “3”")));
  EXPECT_THAT(import_sentence(table).text, HasSubstr("1 added, 1 changed"));
  EXPECT_EQ(content_of(table, table.rows.key(0)), "Incendie");
  EXPECT_THAT(risks(), SizeIs(1)) << "a preview changes nothing";
}

TEST_F(RiskTables, are_taken_as_one_step_that_undo_takes_back) {
  const auto table = read("Référence;Scénario\nR2;Incendie\nR3;Inondation\n");
  auto elsewhere = Workspace::open(location);
  session->remember(import_title(table), import_table(elsewhere, session->acting(), table));
  EXPECT_THAT(risks(), SizeIs(3));
  session->undo();
  EXPECT_THAT(risks(), SizeIs(1));
}

TEST_F(RiskTables, name_the_cell_that_is_refused_and_are_not_taken) {
  const auto table = read("Référence;Scénario;Gravité\nR2;Incendie;2\nR3;Inondation;7\n");
  EXPECT_FALSE(table.possible());
  const auto rows = texts_of(table.rows);
  EXPECT_THAT(rows[0][0], HasSubstr("refused"));
  EXPECT_EQ(rows[0][1], "3");
  EXPECT_EQ(rows[0][2], "3");
  EXPECT_EQ(import_sentence(table).tone, Tone::bad);
  auto elsewhere = Workspace::open(location);
  EXPECT_THROW(import_table(elsewhere, session->acting(), table), Problem);
  EXPECT_THAT(risks(), SizeIs(1));
}

TEST_F(RiskTables, say_when_a_file_brings_nothing_new) {
  const auto table = read("Référence;Scénario\nR1;Rançongiciel\n");
  EXPECT_FALSE(table.possible());
  EXPECT_THAT(import_sentence(table).text, HasSubstr("nothing new"));
}

// ---- the catalogue

TEST_F(RiskTables, adopt_several_scenarios_in_one_step) {
  ScenarioChoice choice{read_study(session->workspace())};
  EXPECT_GT(choice.lines().size(), 20U);
  choice.choose(0, true);
  choice.choose(2, true);
  const auto references = adopt_scenarios(*session, choice.chosen(), true);
  EXPECT_THAT(references, ElementsAre("R2", "R3"));
  EXPECT_FALSE(read_study(session->workspace()).measures.empty());
  session->undo();
  EXPECT_THAT(risks(), SizeIs(1));
  EXPECT_TRUE(read_study(session->workspace()).measures.empty());
}

TEST_F(RiskTables, keep_what_is_chosen_while_one_searches) {
  ScenarioChoice choice{Study{}};
  choice.choose(0, true);
  const auto chosen = choice.chosen();
  choice.seek("zzzz");
  EXPECT_TRUE(choice.lines().empty());
  EXPECT_EQ(choice.chosen(), chosen);
  choice.seek("");
  EXPECT_TRUE(choice.lines()[0].chosen);
}

TEST_F(RiskTables, tell_which_scenarios_are_in_the_register_already) {
  const auto& scenario = scenario_catalogue().front();
  session->change("adopt", [&](Change& change) { adopt_scenario(change, scenario, false); });
  ScenarioChoice choice{read_study(session->workspace())};
  const auto line = std::ranges::find(choice.lines(), scenario.id, &ScenarioChoice::Line::id);
  ASSERT_NE(line, choice.lines().end());
  EXPECT_THAT(line->label, StartsWith("✔ R2 – "));
  EXPECT_THAT(choice.details(static_cast<std::size_t>(line - choice.lines().begin())), HasSubstr("Already in the register: R2"));
}

// ---- the scale

TEST_F(RiskTables, show_which_risks_another_scale_moves_before_it_is_taken) {
  session->change("risk", [](Change& change) { add_to_study(change, Risk{.name = "Panne", .gravity = {2}, .likelihood = {2}}); });
  const auto change = preview_scale(map()->study, shipped_scale("pgssi-s-4x4"));
  EXPECT_THAT(texts_of(move_rows(change)), Contains(ElementsAre("R2", testing::_, testing::_, "Panne")));
  EXPECT_THAT(move_sentence(change).text, HasSubstr("Risks that move: 1; that do not: 1."));
  EXPECT_EQ(workspace_scale(session->workspace()).id, "ebios-rm-4x4");
  take_scale(*session, change);
  EXPECT_EQ(workspace_scale(session->workspace()).id, "pgssi-s-4x4");
  session->undo();
  EXPECT_EQ(workspace_scale(session->workspace()).id, "ebios-rm-4x4");
}

TEST_F(RiskTables, draw_each_risk_on_both_scales) {
  session->change("risk", [](Change& change) { add_to_study(change, Risk{.name = "Panne", .gravity = {2}, .likelihood = {2}}); });
  const auto change = preview_scale(map()->study, shipped_scale("pgssi-s-4x4"));
  const auto figure = scale_figure(*map(), change);
  EXPECT_EQ(std::ranges::count(figure.regions, "R2", &page::Region::key), 2);
}

TEST_F(RiskTables, offer_the_scale_in_force_first_and_once) {
  const auto choices = scale_choices(shipped_scale("pgssi-s-4x4"));
  ASSERT_THAT(choices, SizeIs(3));
  EXPECT_EQ(choices[0].value, "");
  EXPECT_THAT(choices[0].label, HasSubstr("in force"));
  EXPECT_EQ(chosen_scale(shipped_scale("pgssi-s-4x4"), ""), shipped_scale("pgssi-s-4x4"));
}

TEST_F(RiskTables, say_that_the_scale_in_force_moves_nothing) {
  const auto in_force = map()->study.scale;
  EXPECT_THAT(move_sentence(preview_scale(map()->study, in_force)).text, HasSubstr("in force"));
}

TEST_F(RiskTables, read_back_the_scale_that_was_saved) {
  const auto file = folder.path() / "own.json";
  write_file(file, text_of(shipped_scale("pgssi-s-4x4")));
  EXPECT_EQ(scale_in_file(file), shipped_scale("pgssi-s-4x4"));
}

} // namespace
