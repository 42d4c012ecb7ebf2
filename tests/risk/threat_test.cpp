#include "toolkit/risk/threat.hpp"

#include <gtest/gtest.h>

namespace hdskit {
namespace {

Stakeholder stakeholder(int dependency, int penetration, int maturity, int trust) {
  return {.dependency = {dependency}, .penetration = {penetration}, .maturity = {maturity}, .trust = {trust}};
}

TEST(Threat, is_exposure_over_reliability) {
  // (dependency × penetration) / (maturity × trust), by hand
  const struct {
    int dependency, penetration, maturity, trust;
    double threat;
  } table[] = {{1, 1, 4, 4, 1.0 / 16}, {4, 4, 1, 1, 16}, {3, 4, 2, 2, 3},     {2, 3, 4, 3, 0.5},
               {4, 2, 3, 2, 8.0 / 6},  {1, 4, 2, 2, 1},  {3, 3, 2, 4, 1.125}, {2, 1, 3, 3, 2.0 / 9}};
  for (const auto& row : table) EXPECT_DOUBLE_EQ(*threat_of(stakeholder(row.dependency, row.penetration, row.maturity, row.trust)), row.threat);
}

TEST(Threat, is_unknown_while_one_grade_is_missing) {
  for (int missing = 0; missing < 4; ++missing) EXPECT_FALSE(threat_of(stakeholder(missing != 0, missing != 1, missing != 2, missing != 3)));
}

TEST(Threat, after_measures_keeps_the_grades_that_did_not_change) {
  auto maintainer = stakeholder(3, 4, 2, 2);
  EXPECT_DOUBLE_EQ(*residual_threat_of(maintainer), 3);
  maintainer.residual_maturity = {3}; // 12 / 6
  EXPECT_DOUBLE_EQ(*residual_threat_of(maintainer), 2);
  maintainer.residual_penetration = {2}; // 6 / 6
  EXPECT_DOUBLE_EQ(*residual_threat_of(maintainer), 1);
}

TEST(Threat, lies_in_the_zone_whose_threshold_it_has_reached) {
  const auto& scale = shipped_scale("ebios-rm-4x4"); // watch from 0.2, control from 0.9, danger from 2.5
  EXPECT_FALSE(zone_of(scale, 1.0 / 16));
  EXPECT_FALSE(zone_of(scale, 0.199));
  EXPECT_EQ(zone_of(scale, 0.2), 0u);
  EXPECT_EQ(zone_of(scale, 0.899), 0u);
  EXPECT_EQ(zone_of(scale, 0.9), 1u);
  EXPECT_EQ(zone_of(scale, 2.499), 1u);
  EXPECT_EQ(zone_of(scale, 2.5), 2u);
  EXPECT_EQ(zone_of(scale, 16), 2u);
}

TEST(Threat, on_a_threshold_has_reached_it_whatever_the_rounding) {
  RiskScale scale;
  scale.zones = {{.from = 0.1 + 0.2, .rank = 1, .word = {}}}; // 0.30000000000000004
  EXPECT_EQ(zone_of(scale, 0.3), 0u);
}

TEST(Threat, has_no_zone_without_thresholds) { EXPECT_FALSE(zone_of(RiskScale{}, 16)); }

SourceObjective pair(int motivation, int resources, int activity) { return {.motivation = {motivation}, .resources = {resources}, .activity = {activity}}; }

TEST(Pertinence, is_the_mean_rounded_up) {
  EXPECT_EQ(pertinence_of(pair(1, 1, 1)), 1);
  EXPECT_EQ(pertinence_of(pair(2, 1, 1)), 2); // 4/3
  EXPECT_EQ(pertinence_of(pair(3, 3, 3)), 3);
  EXPECT_EQ(pertinence_of(pair(4, 3, 3)), 4); // 10/3
  EXPECT_EQ(pertinence_of(pair(4, 1, 1)), 2); // 6/3
  EXPECT_EQ(pertinence_of(pair(4, 4, 4)), 4);
}

TEST(Pertinence, is_unknown_while_a_rating_is_missing) {
  EXPECT_EQ(pertinence_of(pair(0, 3, 3)), 0);
  EXPECT_EQ(pertinence_of(pair(3, 0, 3)), 0);
  EXPECT_EQ(pertinence_of(pair(3, 3, 0)), 0);
}

TEST(Pertinence, is_the_forced_one_when_somebody_forced_it) {
  auto forced = pair(4, 4, 4);
  forced.pertinence = {2};
  EXPECT_EQ(pertinence_of(forced), 2);
  EXPECT_EQ(computed_pertinence_of(forced), 4);
}

} // namespace
} // namespace hdskit
