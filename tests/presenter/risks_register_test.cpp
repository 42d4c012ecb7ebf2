#include "gui/presenter/risks_register.hpp"

#include "gui/presenter/risks_matrix.hpp"
#include "gui/presenter/risks_subject.hpp"
#include "tests/risk/sound_study.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/risk/study_change.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace {

/// Five risks on 4 × 4: the gravest R2, one accepted by nobody, one without grades, R10 that must not stand before R2.
Study register_of_five() {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  study.risks = {
      {.reference = "R1",
       .name = "Bruit",
       .family = "Lieux",
       .gravity = {1},
       .likelihood = {1},
       .strategy = Strategy::accept,
       .accepted_by = "DG",
       .accepted_on = day(2026, 1, 5)},
      {.reference = "R2", .name = "Rançongiciel", .family = "Cyberattaque", .gravity = {4}, .likelihood = {4}, .strategy = Strategy::reduce, .owner = "RSSI"},
      {.reference = "R3",
       .name = "Incendie",
       .family = "Lieux",
       .gravity = {4},
       .likelihood = {2},
       .strategy = Strategy::reduce,
       .residual_gravity = {2},
       .residual_likelihood = {1}},
      {.reference = "R10", .name = "Prêt de session", .family = "cyberattaque", .gravity = {2}, .likelihood = {1}},
      {.reference = "R11", .name = "À juger"}};
  return study;
}

std::shared_ptr<const RiskMap> map_of(Study study) { return std::make_shared<const RiskMap>(std::move(study), day(2026, 11, 22)); }

std::vector<std::string> shown(const RiskFilter& filter, std::optional<RiskOrder> order = {}) {
  const auto rows = register_rows(map_of(register_of_five()), filter, order);
  std::vector<std::string> keys;
  for (std::size_t row = 0; row < rows.count; ++row) keys.push_back(rows.key(row));
  return keys;
}

std::vector<Cell> row_of(const std::string& reference) {
  const auto rows = register_rows(map_of(register_of_five()), {});
  for (std::size_t row = 0; row < rows.count; ++row)
    if (rows.key(row) == reference) return rows.cells(row);
  ADD_FAILURE() << reference << " is not shown";
  return {};
}

TEST(RiskRegister, shows_the_gravest_first) { EXPECT_THAT(shown({}), ElementsAre("R2", "R3", "R10", "R1", "R11")); }

TEST(RiskRegister, orders_references_by_their_number) {
  EXPECT_THAT(shown({}, RiskOrder{RiskColumn::reference, false}), ElementsAre("R1", "R2", "R3", "R10", "R11"));
}

TEST(RiskRegister, orders_levels_by_grade_and_not_by_word) {
  EXPECT_THAT(shown({}, RiskOrder{RiskColumn::level, false}), ElementsAre("R11", "R10", "R1", "R3", "R2"));
}

TEST(RiskRegister, filters_by_the_level_after_treatment) {
  EXPECT_THAT(shown({.level = 1}), ElementsAre("R3", "R10", "R1"));
  EXPECT_THAT(shown({.level = RiskFilter::unrated}), ElementsAre("R11"));
}

TEST(RiskRegister, filters_by_family_letter_case_aside) { EXPECT_THAT(shown({.family = "Cyberattaque"}), ElementsAre("R2", "R10")); }

TEST(RiskRegister, filters_what_nobody_has_accepted) { EXPECT_THAT(shown({.unaccepted = true}), ElementsAre("R2")); }

TEST(RiskRegister, filters_by_a_place_before_or_after_treatment) {
  EXPECT_THAT(shown({.place = RiskPlace{false, 4, 2}}), ElementsAre("R3"));
  EXPECT_THAT(shown({.place = RiskPlace{true, 4, 2}}), IsEmpty());
  EXPECT_THAT(shown({.place = RiskPlace{true, 2, 1}}), ElementsAre("R3", "R10"));
}

TEST(RiskRegister, seeks_words_accents_aside) { EXPECT_THAT(shown({.words = "pret SESSION"}), ElementsAre("R10")); }

TEST(RiskRegister, marks_a_level_that_waits_for_a_signature) {
  const auto cells = row_of("R2");
  EXPECT_THAT(cells[static_cast<std::size_t>(RiskColumn::residual)].text, StartsWith("⚠"));
  EXPECT_EQ(cells[static_cast<std::size_t>(RiskColumn::residual)].tone, Tone::bad);
  EXPECT_THAT(row_of("R1")[static_cast<std::size_t>(RiskColumn::residual)].text, Not(HasSubstr("⚠")));
}

TEST(RiskRegister, says_how_many_are_not_rated_or_wait_for_a_signature) {
  const auto sentence = register_sentence(*map_of(register_of_five()), {}, 5);
  EXPECT_THAT(sentence.text, StartsWith("5 risks, 1 not rated"));
  EXPECT_THAT(sentence.text, HasSubstr("1 remains above"));
  EXPECT_EQ(sentence.tone, Tone::warning);
}

TEST(RiskRegister, says_what_a_filter_leaves_and_where) {
  const auto sentence = register_sentence(*map_of(register_of_five()), {.place = RiskPlace{true, 2, 1}}, 2);
  EXPECT_THAT(sentence.text, StartsWith("Risks shown: 2 of 5"));
  EXPECT_THAT(sentence.text, HasSubstr("after treatment: gravity 2"));
}

TEST(RiskRegister, offers_each_family_once) {
  const auto choices = filter_choices(*map_of(register_of_five()));
  EXPECT_THAT(choices.families, ElementsAre(FormChoice{"", "All families"}, FormChoice{"Cyberattaque", "Cyberattaque"}, FormChoice{"Lieux", "Lieux"}));
  const auto filter = with_choices({}, choices.levels.back().value, "Lieux", "reduce");
  EXPECT_EQ(filter, (RiskFilter{.level = RiskFilter::unrated, .family = "Lieux", .strategy = Strategy::reduce}));
}

// ---- the matrices

TEST(RiskMatrices, lead_from_a_cell_to_its_place_and_from_a_bubble_to_its_risk) {
  const auto map = map_of(register_of_five());
  EXPECT_EQ(pointed_risk(*map, "1/3", false).place, (RiskPlace{false, 4, 2}));
  EXPECT_EQ(pointed_risk(*map, "1/3", false).reference, "");
  EXPECT_EQ(pointed_risk(*map, "R3", true).place, (RiskPlace{true, 2, 1}));
  EXPECT_EQ(pointed_risk(*map, "R3", true).reference, "R3");
  EXPECT_FALSE(pointed_risk(*map, "R99", true).place);
}

TEST(RiskMatrices, tell_the_left_from_the_right) {
  const auto map = map_of(register_of_five());
  const auto figure = register_figure(*map, "R3");
  std::vector<bool> sides;
  for (const auto& region : figure.regions)
    if (region.key == "R3") sides.push_back(is_residual(region, figure));
  EXPECT_THAT(sides, ElementsAre(false, true));
}

// ---- the form

class RiskForm : public testing::Test {
protected:
  RiskForm() {
    workspace.change(tests::acting(), [](Change& change) {
      add_to_study(change, FearedEvent{.name = "Dossiers illisibles"});
      add_to_study(change, Risk{.name = "Rançongiciel", .gravity = {4}, .likelihood = {3}});
    });
  }
  static std::size_t field(const Form& form, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(form.fields(), name, &FormField::name) - form.fields().begin());
  }

  ScratchFolder folder;
  Workspace workspace = Workspace::create((folder.path() / "w.hds").string(), tests::acting());
  const RecordKind& kind = risk_kind("risk");
};

TEST_F(RiskForm, offers_grades_by_the_words_of_the_scale) {
  const Form form{form_fields(workspace, kind, risks_ways())};
  const auto& choices = form.fields()[field(form, "gravity")].choices;
  ASSERT_EQ(choices.size(), 5U);
  EXPECT_EQ(choices[0].value, "");
  EXPECT_EQ(choices[3].value, "3");
  EXPECT_THAT(choices[3].label, StartsWith("3\u00A0– "));
}

TEST_F(RiskForm, offers_feared_events_by_reference_and_name) {
  const Form form{form_fields(workspace, kind, risks_ways())};
  EXPECT_THAT(form.fields()[field(form, "feared_events")].choices, ElementsAre(FormChoice{"ER1", "ER1\u00A0– Dossiers illisibles"}));
}

TEST_F(RiskForm, hides_what_the_other_method_asks_for) {
  Form form{form_fields(workspace, kind, risks_ways())};
  EXPECT_TRUE(form.in_use(field(form, "gravity")));
  EXPECT_FALSE(form.in_use(field(form, "vulnerability")));
  form.type(field(form, "method"), "asset");
  EXPECT_FALSE(form.in_use(field(form, "gravity")));
  EXPECT_TRUE(form.in_use(field(form, "vulnerability")));
}

TEST_F(RiskForm, says_the_levels_while_they_are_typed) {
  const auto map = read_risk_map(workspace, day(2026, 11, 22));
  RecordEdit edit{workspace, kind, record_referenced(workspace, kind, "R1"), risks_ways()};
  EXPECT_THAT(levels_in_words(*map, edit.form())[0].text, HasSubstr("G4 × V3 → 3"));
  EXPECT_EQ(levels_in_words(*map, edit.form())[1].tone, Tone::faint);
  edit.form().type(field(edit.form(), "residual_likelihood"), "1");
  const auto after = levels_in_words(*map, edit.form())[1];
  EXPECT_THAT(after.text, HasSubstr("G4 × V1 → 2"));
  EXPECT_THAT(after.text, HasSubstr("to be accepted by signature"));
}

TEST_F(RiskForm, says_when_a_level_is_declared_against_the_matrix) {
  const auto map = read_risk_map(workspace, day(2026, 11, 22));
  RecordEdit edit{workspace, kind, record_referenced(workspace, kind, "R1"), risks_ways()};
  edit.form().type(field(edit.form(), "level"), "1");
  EXPECT_THAT(levels_in_words(*map, edit.form())[0].text, HasSubstr("declared; the matrix says"));
}

TEST_F(RiskForm, says_what_is_missing_without_grades) {
  const auto map = read_risk_map(workspace, day(2026, 11, 22));
  const Form form{form_fields(workspace, kind, risks_ways())};
  EXPECT_THAT(levels_in_words(*map, form)[0].text, HasSubstr("not rated yet"));
}

TEST(RisksSubject, names_a_kind_and_a_reference) {
  EXPECT_EQ(risks_subject("measure:MS4"), (RisksSubject{"measure", "MS4"}));
  EXPECT_EQ(risks_subject("risk"), (RisksSubject{"risk", ""}));
  EXPECT_FALSE(risks_subject("site:3"));
}

} // namespace
