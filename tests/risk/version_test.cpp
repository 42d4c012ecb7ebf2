#include "toolkit/risk/version.hpp"

#include "tests/risk/study_workspace.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/journal_reversal.hpp"

using namespace hdskit;
using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class StudyVersions : public StudyWorkspace {
protected:
  StudyVersion freeze(StudyCycle cycle = StudyCycle::operational, const char* summary = "Revue annuelle", const char* day = "2026-11-22") {
    StudyVersion version;
    workspace_.change(acting(), [&](Change& change) { version = freeze_study(change, cycle, summary, *Date::parse(day)); });
    return version;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(StudyVersions);

TEST_P(StudyVersions, keep_the_study_as_it_was) {
  add_small_study();
  const auto before = study_text(read_study(workspace_));
  const auto version = freeze();
  EXPECT_EQ(version.number, "1.0");
  EXPECT_EQ(version.author, "Hélène Rousset");
  EXPECT_EQ(version.risks, 1);
  EXPECT_EQ(version.unacceptable, 1); // G4 V3 is the highest class and nothing remains judged
  edit("risk", "R1", {{"name", "Autre nom"}});
  EXPECT_EQ(study_text(study_at(workspace_, find_study_version(workspace_, "1.0"))), before);
  expect_sound();
}

TEST_P(StudyVersions, are_numbered_by_their_cycles) {
  add_small_study();
  const auto next = [&](StudyCycle cycle) {
    edit("risk", "R1", {{"note", next_reference(workspace_, risk_kind("risk")) + value("risk", "R1", "note")}});
    return freeze(cycle).number;
  };
  std::vector<std::string> numbers{freeze(StudyCycle::strategic).number};
  for (const auto cycle : {StudyCycle::operational, StudyCycle::operational, StudyCycle::strategic, StudyCycle::operational}) numbers.push_back(next(cycle));
  EXPECT_THAT(numbers, ElementsAre("1.0", "1.1", "1.2", "2.0", "2.1"));
  const auto problem = problem_of([&] { find_study_version(workspace_, "3.0"); });
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_THAT(problem.remedy(), HasSubstr("1.2, 2.0"));
}

TEST_P(StudyVersions, are_refused_without_summary_without_risk_and_without_change) {
  EXPECT_EQ(refusal([&] { freeze(); }).kind(), ProblemKind::refused);
  add_small_study();
  EXPECT_EQ(refusal([&] { freeze(StudyCycle::operational, " "); }).kind(), ProblemKind::bad_input);
  freeze();
  const auto problem = refusal([&] { freeze(); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("1.0"));
}

TEST_P(StudyVersions, that_were_altered_are_named_as_damaged) {
  add_small_study();
  const auto version = freeze();
  auto& dialect = workspace_.dialect();
  dialect.execute("update document_piece set bytes = " + dialect.bytes_parameter(":p1") + " where digest = :p2", {dialect.pack("other"), version.digest});
  EXPECT_EQ(problem_of([&] { study_at(workspace_, version); }).kind(), ProblemKind::damaged);
  EXPECT_THAT(check_workspace(workspace_), testing::Not(IsEmpty()));
}

TEST_P(StudyVersions, survive_a_backup_and_its_restoration) {
  add_small_study();
  freeze();
  const auto copy = folder() / "copy.hds";
  backup_workspace(workspace_, copy);
  const auto location = fresh_location();
  restore_workspace(copy, location, acting());
  const auto restored = Workspace::open(location);
  EXPECT_EQ(study_text(read_study(restored)), study_text(read_study(workspace_)));
  EXPECT_EQ(study_text(study_at(restored, find_study_version(restored, "1.0"))), study_text(read_study(workspace_)));
  EXPECT_THAT(check_workspace(restored), IsEmpty());
}

TEST_P(StudyVersions, can_be_taken_back) {
  add_small_study();
  const auto span =
      change_and_note(workspace_, acting(), [](Change& change) { freeze_study(change, StudyCycle::strategic, "Trop tôt", *Date::of(2026, 11, 22)); });
  workspace_.change(acting(), [&](Change& change) { revert_changes(change, span); });
  EXPECT_THAT(study_versions(workspace_), IsEmpty());
  EXPECT_EQ(freeze().number, "1.0");
  expect_sound();
}

TEST_P(StudyVersions, tell_the_history_of_a_risk) {
  add_small_study();
  freeze(StudyCycle::strategic, "Première", "2025-11-22");
  edit("risk", "R1", {{"residual_gravity", "3"}, {"residual_likelihood", "2"}, {"strategy", "reduce"}});
  add("risk", {{"name", "Panne"}});
  freeze(StudyCycle::operational, "Seconde", "2026-11-22");
  edit("measure", "MS1", {{"risks", ""}});
  remove("risk", "R1");
  const auto history = history_of(workspace_, "r1");
  ASSERT_EQ(history.size(), 3u);
  EXPECT_EQ(history[0].version, "1.0");
  EXPECT_EQ(history[0].gravity_likelihood, "G4 V3");
  EXPECT_EQ(history[0].day, Date::of(2025, 11, 22));
  EXPECT_EQ(history[1].gravity_likelihood, "G4 V3 → G3 V2");
  EXPECT_EQ(history[1].strategy, "reduce");
  EXPECT_LT(history[1].residual, history[0].residual);
  EXPECT_EQ(history[2].version, "");
  EXPECT_FALSE(history[2].there);
  EXPECT_FALSE(history_of(workspace_, "R2")[0].there);
  EXPECT_EQ(problem_of([&] { history_of(workspace_, "R77"); }).kind(), ProblemKind::not_found);
}

Risk rated(const std::string& reference, int gravity, int likelihood, int residual_gravity = 0, int residual_likelihood = 0) {
  Risk risk;
  risk.reference = reference;
  risk.name = "Risk " + reference;
  risk.gravity = {gravity};
  risk.likelihood = {likelihood};
  risk.residual_gravity = {residual_gravity};
  risk.residual_likelihood = {residual_likelihood};
  return risk;
}

std::vector<std::string> references(const std::vector<LevelChange>& changes) {
  std::vector<std::string> names;
  for (const auto& change : changes) names.push_back(change.reference);
  return names;
}

TEST(StudyComparison, tells_what_is_new_gone_up_and_down) {
  Study before, after; // on the matrix V1 1 1 1 2, V2 1 1 2 2, V3 2 2 3 3, V4 2 3 3 3
  before.scale = after.scale = shipped_scales().front();
  before.risks = {rated("GONE", 4, 4), rated("SAME", 2, 2),  rated("UP", 3, 4, 1, 1), rated("UP-INITIAL", 1, 1, 1, 1),
                  rated("DOWN", 4, 4), rated("WORDS", 1, 1), rated("UNRATED", 0, 0),  rated("MEASURE", 3, 3)};
  after.risks = {rated("NEW", 4, 4),        rated("SAME", 2, 2),  rated("UP", 3, 4, 3, 2), rated("UP-INITIAL", 4, 4, 1, 1),
                 rated("DOWN", 4, 4, 3, 2), rated("WORDS", 1, 1), rated("UNRATED", 4, 4),  rated("MEASURE", 3, 3)};
  after.risks[5].note = "Other words";
  after.measures.push_back({.reference = "MS1", .name = "Sauvegarder", .risks = {"MEASURE"}});
  const auto comparison = compare_studies(before, after);
  EXPECT_THAT(references(comparison.appeared), ElementsAre("NEW"));
  EXPECT_THAT(references(comparison.gone), ElementsAre("GONE"));
  EXPECT_THAT(references(comparison.up), ElementsAre("UP", "UP-INITIAL"));
  EXPECT_THAT(references(comparison.down), ElementsAre("DOWN"));
  EXPECT_THAT(comparison.reworded, ElementsAre("WORDS", "UNRATED", "MEASURE"));
  EXPECT_EQ(comparison.unchanged, 1u);
  EXPECT_FALSE(comparison.other_scale);
  EXPECT_EQ(comparison.up[0].residual_before, 1);
  EXPECT_EQ(comparison.up[0].residual_after, 2);
  EXPECT_EQ(comparison.gone[0].initial_before, 3);
  after.scale = shipped_scale("pgssi-s-4x4");
  EXPECT_TRUE(compare_studies(before, after).other_scale);
}

} // namespace
