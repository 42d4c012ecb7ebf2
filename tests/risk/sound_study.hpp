#pragma once

#include "toolkit/risk/study.hpp"

namespace hdskit {

inline Date day(int year, unsigned month, unsigned number) { return *Date::of(year, month, number); }

/// A study in which the linter finds nothing on 22 November 2026: one strategic and one operational scenario, a risk that grew from it and one that did not.
inline Study sound_study() {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  study.frame = {.reference = "EBIOS-2026", .title = "Study", .method = LikelihoodMethod::standard, .strategic_review = day(2028, 1, 1)};
  study.missions = {{.reference = "M1", .name = "Care"}};
  study.business_values = {{.reference = "VM1", .name = "Patient record", .missions = {"M1"}}};
  study.supporting_assets = {{.reference = "BS1", .name = "Database server", .business_values = {"VM1"}}};
  study.feared_events = {{.reference = "ER1", .name = "Records out of reach", .business_value = "VM1", .gravity = {4}}};
  study.baseline_items = {{.reference = "SOC1",
                           .framework = "Hygiene guide",
                           .requirement = "Partition networks",
                           .application = Application::partly_applied,
                           .justification = "Old analysers need a flat network until 2027",
                           .measures = {"MS1"}}};
  study.source_objectives = {
      {.reference = "SR1", .source = "Gang", .objective = "Ransom", .motivation = {4}, .resources = {3}, .activity = {3}, .retention = Retention::retained}};
  study.stakeholders = {{.reference = "PP1",
                         .name = "Remote maintenance",
                         .dependency = {3},
                         .penetration = {4},
                         .maturity = {2},
                         .trust = {2},
                         .residual_maturity = {3},
                         .retention = Retention::retained}};
  study.strategic_scenarios = {{.reference = "SS1", .name = "Ransom through maintenance", .source_objective = "SR1", .feared_events = {"ER1"}}};
  study.attack_paths = {{.reference = "CA1", .name = "Through the maintainer", .strategic_scenario = "SS1", .stakeholders = {"PP1"}}};
  study.operational_scenarios = {{.reference = "SO1", .name = "Encryption from a maintenance post", .attack_path = "CA1"}};
  study.elementary_actions = {
      {.reference = "AE1", .name = "Steal a password", .operational_scenario = "SO1", .probability = {3}},
      {.reference = "AE2", .name = "Encrypt", .operational_scenario = "SO1", .supporting_asset = "BS1", .after = {"AE1"}, .probability = {4}}};
  study.risks = {{.reference = "R1",
                  .name = "Ransomware",
                  .strategy = Strategy::reduce,
                  .owner = "Director",
                  .residual_gravity = {3},
                  .residual_likelihood = {1},
                  .scenario = "SO1",
                  .minimum_events = {"E"},
                  .review = day(2027, 6, 1)},
                 {.reference = "R2",
                  .name = "Server of a retired application",
                  .gravity = {2},
                  .likelihood = {1},
                  .strategy = Strategy::accept,
                  .owner = "Director",
                  .accepted_by = "Director",
                  .accepted_on = day(2026, 3, 1)}};
  study.measures = {{.reference = "MS1",
                     .name = "Gate for maintenance",
                     .state = MeasureState::in_progress,
                     .owner = "Network team",
                     .start = day(2026, 5, 1),
                     .due = day(2027, 1, 31),
                     .progress = 40,
                     .risks = {"R1"},
                     .stakeholders = {"PP1"}}};
  return study;
}

} // namespace hdskit
