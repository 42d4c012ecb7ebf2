#pragma once

#include "toolkit/continuity/continuity.hpp"

namespace hdskit {

inline Date day(int year, unsigned month, unsigned number) { return *Date::of(year, month, number); }

inline HostedService service(std::string code) {
  HostedService result;
  result.name = code;
  result.code = std::move(code);
  return result;
}

inline Dependency needs(std::string from, std::string to) { return {.id = {}, .from = std::move(from), .to = std::move(to), .note = {}}; }

/// A hospital in which the check finds nothing on 22 November 2026: ACT1 → DPI → CMP1 → CMP2 → SV1, one plan of each kind, one exercise of everything.
inline Continuity sound_hospital() {
  Continuity all;
  all.services = {service("DPI")};
  all.services[0].rto = Minutes{210};
  all.services[0].rpo = Minutes{1440};
  all.entities = {{.name = "Central hospital"}};
  all.activities = {{.reference = "ACT1",
                     .name = "Emergencies",
                     .owner = "Head of emergencies",
                     .mtpd = Minutes{480},
                     .rto = Minutes{240},
                     .rpo = Minutes{1440},
                     .manual_resume = Minutes{30},
                     .manual_hold = Minutes{480}}};
  all.impacts = {{.activity = "ACT1", .after = Minutes{60}, .patient = 2, .care = 1},
                 {.activity = "ACT1", .after = Minutes{240}, .patient = 3, .care = 3},
                 {.activity = "ACT1", .after = Minutes{480}, .patient = 4, .care = 3}};
  all.components = {{.reference = "CMP1", .name = "Application", .nature = ComponentNature::application, .rto = Minutes{210}, .last_test = day(2026, 3, 1)},
                    {.reference = "CMP2", .name = "Server", .rto = Minutes{120}, .measured_restore = Minutes{90}, .last_test = day(2026, 3, 1)}};
  all.backups = {{.reference = "SV1", .name = "Nightly", .period = Minutes{1440}, .measured_restore = Minutes{100}, .last_test = day(2026, 5, 1)}};
  all.dependencies = {needs("ACT1", "DPI"), needs("DPI", "CMP1"), needs("CMP1", "CMP2"), needs("CMP2", "SV1")};
  const ContinuityPlan plan{.reference = "PC1",
                            .title = "Rebuild",
                            .kind = PlanKind::recovery,
                            .covers = {"DPI"},
                            .activation = "Ransomware",
                            .deactivation = "All back",
                            .decision_maker = "Director",
                            .deputy = "Deputy director",
                            .degraded_hold = Minutes{480},
                            .approved_by = "Director",
                            .approved_on = day(2026, 1, 10),
                            .review = day(2027, 1, 10)};
  all.plans = {plan, plan};
  all.plans[1].reference = "PC2", all.plans[1].title = "Paper", all.plans[1].kind = PlanKind::continuity, all.plans[1].covers = {"ACT1", "DPI"};
  all.steps = {
      {.reference = "ET1", .plan = "PC1", .title = "Isolate", .owner = "Network team", .deputy = "Duty officer", .duration = Minutes{30}},
      {.reference = "ET2", .plan = "PC1", .title = "Restore", .owner = "System team", .duration = Minutes{90}, .after = {"ET1"}, .restores = {"CMP2"}},
      {.reference = "ET3", .plan = "PC1", .title = "Start", .owner = "Application team", .duration = Minutes{60}, .after = {"ET2"}, .restores = {"DPI"}},
      {.reference = "ET4", .plan = "PC2", .title = "Hand out paper", .owner = "Head of emergencies", .duration = Minutes{15}}};
  all.contacts = {{.reference = "AN1", .name = "Duty officer", .phone = "01 00 00 00 00"}};
  all.cards = {{.reference = "FR1", .title = "Ransomware", .actions = "Pull the plug", .contacts = {"AN1"}, .plan = "PC1"}};
  all.exercises = {{.reference = "EX1",
                    .title = "Full exercise",
                    .kind = ExerciseKind::full,
                    .plans = {"PC1", "PC2"},
                    .covers = {"ACT1", "DPI"},
                    .planned_on = day(2026, 6, 1),
                    .held_on = day(2026, 6, 2),
                    .achieved_rto = Minutes{200},
                    .achieved_rpo = Minutes{600}}};
  all.entries = {{.exercise = "EX1", .at = "2026-06-02T09:00:00", .text = "Start", .step = "ET1"}};
  all.corrections = {{.reference = "AC1", .exercise = "EX1", .gap = "Paper missing", .action = "Buy paper", .owner = "Logistics", .due = day(2027, 1, 1)}};
  return all;
}

} // namespace hdskit
