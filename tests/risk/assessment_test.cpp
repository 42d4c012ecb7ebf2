#include "toolkit/risk/assessment.hpp"

#include "tests/risk/sound_study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Study register_of(std::vector<Risk> risks) {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  study.risks = std::move(risks);
  return study;
}

RiskAssessment assessed(const Study& study, std::size_t place = 0) {
  const StudyIndex index{study};
  return assess(index, study.risks[place]);
}

TEST(Assessment, reads_the_level_in_the_matrix) {
  const auto study = register_of({{.reference = "R1", .gravity = {4}, .likelihood = {2}, .residual_gravity = {3}, .residual_likelihood = {1}}});
  const auto assessment = assessed(study);
  EXPECT_EQ(assessment.initial.level, 2);
  EXPECT_EQ(assessment.residual.level, 1);
  EXPECT_TRUE(assessment.residual_rated);
  EXPECT_FALSE(assessment.initial.declared());
}

TEST(Assessment, of_what_remains_stays_the_initial_one_where_nothing_is_rated) {
  auto study = register_of({{.reference = "R1", .gravity = {4}, .likelihood = {3}, .level = {2}}});
  EXPECT_EQ(assessed(study).residual.level, 2); // the declared one
  EXPECT_FALSE(assessed(study).residual_rated);
  study.risks[0].residual_likelihood = {1}; // G4 V1
  EXPECT_EQ(assessed(study).residual.gravity, 4);
  EXPECT_EQ(assessed(study).residual.level, 2);
  EXPECT_FALSE(assessed(study).residual.declared());
}

TEST(Assessment, keeps_a_level_declared_against_the_matrix_beside_the_computed_one) {
  const auto study = register_of({{.reference = "R1", .gravity = {1}, .likelihood = {1}, .level = {3}, .residual_level = {2}}});
  const auto assessment = assessed(study);
  EXPECT_EQ(assessment.initial.level, 3);
  EXPECT_EQ(assessment.initial.computed_level, 1);
  EXPECT_TRUE(assessment.initial.declared());
  EXPECT_EQ(assessment.residual.level, 2);
}

TEST(Assessment, passes_over_a_declared_level_that_the_scale_does_not_have) {
  const auto study = register_of({{.reference = "R1", .gravity = {1}, .likelihood = {1}, .level = {9}}});
  EXPECT_EQ(assessed(study).initial.level, 1);
}

TEST(Assessment, takes_from_the_scenario_what_the_risk_does_not_say) {
  auto study = sound_study(); // ER1 G4; A 3, then 4: V3
  EXPECT_EQ(assessed(study).initial.gravity, 4);
  EXPECT_EQ(assessed(study).initial.likelihood, 3);
  EXPECT_EQ(assessed(study).initial.level, 3);
  EXPECT_TRUE(assessed(study).from_scenario);
  study.risks[0].scenario = "ss1";
  EXPECT_EQ(assessed(study).initial.likelihood, 3);
  study.risks[0].gravity = {2};
  EXPECT_EQ(assessed(study).initial.gravity, 2);
  EXPECT_TRUE(assessed(study).from_scenario);
  study.risks[0].likelihood = {1};
  EXPECT_FALSE(assessed(study).from_scenario);
}

TEST(Assessment, is_unknown_without_grades) {
  const auto assessment = assessed(register_of({{.reference = "R1", .gravity = {3}, .scenario = "SO9"}}));
  EXPECT_EQ(assessment.initial.level, 0);
  EXPECT_FALSE(assessment.needs_acceptance);
}

Risk by_asset(int availability, int integrity, int confidentiality, int threat, int vulnerability) {
  return {.reference = "R1",
          .method = RiskMethod::asset,
          .impact_availability = {availability},
          .impact_integrity = {integrity},
          .impact_confidentiality = {confidentiality},
          .threat = {threat},
          .vulnerability = {vulnerability}};
}

TEST(AssetAssessment, is_impact_by_threat_by_vulnerability_at_the_greatest_of_three_impacts) {
  // levels of the shipped scale: from 0 low, from 9 medium, from 25 high
  const struct {
    Risk risk;
    std::int64_t value;
    int level;
  } table[] = {{by_asset(1, 1, 1, 1, 1), 1, 1},  {by_asset(2, 1, 1, 2, 2), 8, 1},  {by_asset(1, 3, 1, 3, 1), 9, 2}, {by_asset(1, 2, 4, 2, 3), 24, 2},
               {by_asset(0, 0, 3, 3, 3), 27, 3}, {by_asset(4, 4, 4, 4, 5), 80, 3}, {by_asset(0, 0, 0, 3, 3), 0, 0}, {by_asset(3, 0, 0, 0, 3), 0, 0}};
  for (const auto& row : table) {
    const auto assessment = assessed(register_of({row.risk}));
    EXPECT_EQ(assessment.initial.asset_value, row.value);
    EXPECT_EQ(assessment.initial.level, row.level) << row.value;
    EXPECT_EQ(assessment.residual.asset_value, row.value);
  }
}

TEST(AssetAssessment, falls_with_the_residual_vulnerability) {
  auto risk = by_asset(4, 1, 1, 3, 4); // 48
  risk.residual_vulnerability = {1};   // 12
  const auto assessment = assessed(register_of({risk}));
  EXPECT_EQ(assessment.initial.level, 3);
  EXPECT_EQ(assessment.residual.asset_value, 12);
  EXPECT_EQ(assessment.residual.level, 2);
  EXPECT_TRUE(assessment.residual_rated);
}

TEST(AssetAssessment, is_unknown_out_of_scale) {
  EXPECT_EQ(assessed(register_of({by_asset(5, 1, 1, 1, 1)})).initial.level, 0);
  EXPECT_EQ(assessed(register_of({by_asset(1, 1, 1, 5, 1)})).initial.level, 0);
  EXPECT_EQ(assessed(register_of({by_asset(1, 1, 1, 1, 6)})).initial.level, 0);
}

TEST(Acceptance, is_needed_above_what_the_scale_bears_or_when_the_risk_is_kept) {
  auto study = register_of({{.reference = "R1", .gravity = {4}, .likelihood = {4}}});
  EXPECT_TRUE(assessed(study).needs_acceptance);
  study.risks[0].residual_likelihood = {1}, study.risks[0].residual_gravity = {2};
  EXPECT_FALSE(assessed(study).needs_acceptance);
  study.risks[0].strategy = Strategy::accept;
  EXPECT_TRUE(assessed(study).needs_acceptance);
}

TEST(Acceptance, is_signed_by_a_name_and_a_day) {
  auto study = register_of({{.reference = "R1", .accepted_by = "Director"}});
  EXPECT_FALSE(assessed(study).accepted);
  study.risks[0].accepted_on = day(2026, 1, 2);
  EXPECT_TRUE(assessed(study).accepted);
  study.risks[0].accepted_by = "  ";
  EXPECT_FALSE(assessed(study).accepted);
}

TEST(RiskMatrix, holds_each_risk_where_it_stands) {
  const auto study = register_of({{.reference = "R1", .gravity = {4}, .likelihood = {2}, .residual_gravity = {3}},
                                  {.reference = "R2", .gravity = {4}, .likelihood = {2}},
                                  {.reference = "R3", .gravity = {1}},
                                  {.reference = "R4", .gravity = {5}, .likelihood = {1}},
                                  by_asset(4, 4, 4, 4, 4)});
  const StudyIndex index{study};
  const auto matrix = matrix_of(study.scale, assess_risks(index));
  ASSERT_EQ(matrix.initial.size(), 4u);
  ASSERT_EQ(matrix.initial[0].size(), 4u);
  EXPECT_THAT(matrix.initial[1][3], ElementsAre("R1", "R2"));
  EXPECT_THAT(matrix.residual[1][2], ElementsAre("R1"));
  EXPECT_THAT(matrix.residual[1][3], ElementsAre("R2"));
  EXPECT_THAT(matrix.outside, ElementsAre("R3", "R4", "R1")); // the last one is rated by assets
  EXPECT_THAT(matrix.initial[0][0], IsEmpty());
}

TEST(RiskMatrix, has_rows_for_likelihoods_and_columns_for_gravities) {
  auto scale = shipped_scale("five-by-five");
  scale.likelihood.pop_back(), scale.matrix.pop_back();
  const auto matrix = matrix_of(scale, {});
  EXPECT_EQ(matrix.initial.size(), 4u);
  EXPECT_EQ(matrix.initial[0].size(), 5u);
}

TEST(Gravest, come_first_by_what_remains_then_by_what_was_then_by_reference) {
  const auto study = register_of({{.reference = "R10", .gravity = {4}, .likelihood = {4}, .residual_gravity = {1}, .residual_likelihood = {1}},
                                  {.reference = "R2", .gravity = {4}, .likelihood = {1}},
                                  {.reference = "R11", .gravity = {4}, .likelihood = {4}},
                                  {.reference = "R9", .gravity = {4}, .likelihood = {4}},
                                  {.reference = "R1"}});
  const StudyIndex index{study};
  const auto assessments = assess_risks(index);
  std::vector<std::string> order;
  for (const auto* one : gravest(assessments, 4)) order.push_back(one->risk->reference);
  EXPECT_THAT(order, ElementsAre("R9", "R11", "R2", "R10"));
  EXPECT_EQ(gravest(assessments, 100).size(), 5u);
  EXPECT_TRUE(gravest({}, 10).empty());
}

TEST(AssessmentProperty, all_at_once_are_the_same_as_one_by_one) {
  auto study = sound_study();
  std::mt19937 generator{7};
  const auto grade = [&](int least) { return std::uniform_int_distribution<int>{least, 4}(generator); };
  for (int i = 0; i < 200; ++i)
    study.risks.push_back({.reference = "X" + std::to_string(i),
                           .gravity = {grade(0)},
                           .likelihood = {grade(0)},
                           .residual_gravity = {grade(0)},
                           .scenario = grade(0) > 2 ? "SO1" : "SS1"});
  const StudyIndex index{study};
  const auto together = assess_risks(index);
  for (std::size_t i = 0; i < study.risks.size(); ++i) {
    const auto alone = assess(index, study.risks[i]);
    EXPECT_EQ(alone.initial.level, together[i].initial.level);
    EXPECT_EQ(alone.residual.level, together[i].residual.level);
  }
}

TEST(AssessmentProperty, a_higher_grade_never_gives_a_lower_level) {
  std::mt19937 generator{8};
  for (const auto& scale : shipped_scales()) {
    const auto grades = static_cast<int>(scale.gravity.size());
    std::uniform_int_distribution<int> any{1, grades - 1};
    for (int round = 0; round < 200; ++round) {
      auto study = register_of({{.reference = "R1", .gravity = {any(generator)}, .likelihood = {any(generator)}}});
      study.scale = scale;
      const int before = assessed(study).initial.level;
      ++(round % 2 ? study.risks[0].gravity : study.risks[0].likelihood).value;
      EXPECT_GE(assessed(study).initial.level, before);
    }
  }
}

} // namespace
} // namespace hdskit
