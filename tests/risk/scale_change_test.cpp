#include "toolkit/risk/scale_change.hpp"

#include "tests/risk/sound_study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::ElementsAre;

std::vector<std::string> moved(const ScaleChange& change) {
  std::vector<std::string> references;
  for (const auto& move : change.moves) references.push_back(move.reference);
  return references;
}

Study register_of(std::vector<Risk> risks) {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  study.risks = std::move(risks);
  return study;
}

TEST(ScaleChange, to_the_same_scale_moves_nothing) {
  const auto study = sound_study();
  const auto change = preview_scale(study, study.scale);
  EXPECT_TRUE(change.moves.empty());
  EXPECT_EQ(change.unmoved, 2u);
  EXPECT_FALSE(change.regrades);
}

TEST(ScaleChange, shows_the_risks_that_another_matrix_moves) {
  // EBIOS RM → PGSSI-S: G4 V2 2 → 3; G1 V3 2 → 1; G4 V4 3 → 3; G3 V4 residual G1 V4: 2 → 1
  const auto study = register_of({{.reference = "R1", .name = "Up", .gravity = {4}, .likelihood = {2}},
                                  {.reference = "R2", .gravity = {1}, .likelihood = {3}},
                                  {.reference = "R3", .gravity = {4}, .likelihood = {4}},
                                  {.reference = "R4", .gravity = {3}, .likelihood = {4}, .residual_gravity = {1}},
                                  {.reference = "R5"}});
  const auto change = preview_scale(study, shipped_scale("pgssi-s-4x4"));
  EXPECT_THAT(moved(change), ElementsAre("R1", "R2", "R4"));
  EXPECT_EQ(change.moves[0].name, "Up");
  EXPECT_EQ(change.moves[0].initial_before, 2);
  EXPECT_EQ(change.moves[0].initial_after, 3);
  EXPECT_EQ(change.moves[2].initial_before, change.moves[2].initial_after);
  EXPECT_EQ(change.moves[2].residual_before, 2);
  EXPECT_EQ(change.moves[2].residual_after, 1);
  EXPECT_EQ(change.unmoved, 2u);
  EXPECT_FALSE(change.regrades);
  EXPECT_EQ(change.after.scale.id, "pgssi-s-4x4");
  EXPECT_EQ(change.from.id, "ebios-rm-4x4");
}

TEST(ScaleChange, to_more_grades_rounds_up) {
  // of 4 → of 5: 1 → 2 (1.25), 2 → 3 (2.5), 3 → 4 (3.75), 4 → 5
  const auto study = register_of({{.reference = "R1", .gravity = {1}, .likelihood = {2}, .residual_gravity = {3}, .residual_likelihood = {4}}});
  const auto change = preview_scale(study, shipped_scale("five-by-five"));
  EXPECT_TRUE(change.regrades);
  const auto& risk = change.after.risks[0];
  EXPECT_EQ(risk.gravity.value, 2);
  EXPECT_EQ(risk.likelihood.value, 3);
  EXPECT_EQ(risk.residual_gravity.value, 4);
  EXPECT_EQ(risk.residual_likelihood.value, 5);
  EXPECT_EQ(study.risks[0].gravity.value, 1);
}

TEST(ScaleChange, reaches_every_kind_that_is_graded) {
  const auto change = preview_scale(sound_study(), shipped_scale("five-by-five"));
  EXPECT_EQ(change.after.feared_events[0].gravity.value, 5);
  EXPECT_EQ(change.after.elementary_actions[0].probability.value, 4);
  EXPECT_EQ(change.after.stakeholders[0].dependency.value, 3); // the grades of stakeholders stay four
}

TEST(ScaleChange, rounds_down_what_protects) {
  auto study = sound_study(); // dependency 3, maturity 2, trust 2 of 4
  auto to = study.scale;
  to.stakeholder_grades = 3;
  const auto change = preview_scale(study, to);
  EXPECT_EQ(change.after.stakeholders[0].dependency.value, 3); // 2.25
  EXPECT_EQ(change.after.stakeholders[0].maturity.value, 1);   // 1.5
}

TEST(ScaleChange, leaves_what_is_not_rated_or_out_of_scale) {
  const auto change = preview_scale(register_of({{.reference = "R1", .gravity = {0}, .likelihood = {7}}}), shipped_scale("five-by-five"));
  EXPECT_EQ(change.after.risks[0].gravity.value, 0);
  EXPECT_EQ(change.after.risks[0].likelihood.value, 7);
  EXPECT_FALSE(change.regrades);
}

TEST(ScaleChange, compares_levels_by_their_height_when_their_number_differs) {
  // of 3 levels to 4: the lowest and the highest stay where they are, what lies between moves. G4 V4 → G5 V5: 3 of 3 → 4 of 4. G1 V1 → G2 V2: 1 → 1.
  const auto study = register_of({{.reference = "R1", .gravity = {4}, .likelihood = {4}},
                                  {.reference = "R2", .gravity = {1}, .likelihood = {1}},
                                  {.reference = "R3", .gravity = {1}, .likelihood = {4}}});
  EXPECT_THAT(moved(preview_scale(study, shipped_scale("five-by-five"))), ElementsAre("R3"));
}

} // namespace
} // namespace hdskit
