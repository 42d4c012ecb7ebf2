#pragma once

#include "toolkit/risk/study.hpp"

namespace tests {

/// A study of a hospital that does not exist, small enough to be reckoned by hand. EBIOS RM 4 × 4.
inline hdskit::Study sample_study() {
  using namespace hdskit;
  const auto grade = [](int value) { return Rating{value}; };
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  study.frame = {.id = RiskStudyId{1},
                 .reference = "EBIOS-2026",
                 .title = "Hébergement du dossier patient",
                 .protection_mark = "Diffusion limitée",
                 .scope = "Le dossier patient et son infrastructure.",
                 .authority = "La directrice",
                 .strategic_review = Date::of(2028, 6, 1),
                 .operational_review = Date::of(2026, 10, 1)};
  study.missions = {{.id = MissionId{1}, .reference = "M1", .name = "Héberger le dossier patient"}};
  study.business_values = {{.id = BusinessValueId{1}, .reference = "VM1", .name = "Dossier patient", .missions = {"M1"}}};
  study.supporting_assets = {{.id = SupportingAssetId{1}, .reference = "BS1", .name = "Serveur de sauvegarde", .business_values = {"VM1"}}};
  study.feared_events = {{.id = FearedEventId{1},
                          .reference = "ER1",
                          .name = "Dossiers inaccessibles",
                          .business_value = "VM1",
                          .patient = "Retard de prise en charge",
                          .gravity = grade(4)},
                         {.id = FearedEventId{2}, .reference = "ER2", .name = "Dossiers divulgués", .business_value = "VM1", .gravity = grade(3)}};
  study.baseline_items = {{.id = BaselineItemId{1},
                           .reference = "SOC1",
                           .framework = "Guide d’hygiène",
                           .requirement = "Cloisonner le réseau",
                           .application = Application::applied},
                          {.id = BaselineItemId{2},
                           .reference = "SOC2",
                           .framework = "Guide d’hygiène",
                           .requirement = "Sauvegarder hors ligne",
                           .application = Application::not_applied,
                           .gap = "Copie en ligne seulement",
                           .justification = "Robot en commande"}};
  study.source_objectives = {{.id = SourceObjectiveId{1},
                              .reference = "SR1",
                              .source = "Groupe criminel",
                              .objective = "Obtenir une rançon",
                              .motivation = grade(4),
                              .resources = grade(3),
                              .activity = grade(3),
                              .retention = Retention::retained}};
  study.stakeholders = {
      {.id = StakeholderId{1},
       .reference = "PP1",
       .name = "Éditeur",
       .dependency = grade(4),
       .penetration = grade(4),
       .maturity = grade(2),
       .trust = grade(2),
       .residual_penetration = grade(2)},
      {.id = StakeholderId{2}, .reference = "PP2", .name = "Clinique associée", .category = StakeholderCategory::client, .dependency = grade(1)}};
  study.strategic_scenarios = {
      {.id = StrategicScenarioId{1}, .reference = "SS1", .name = "Rançon par la télémaintenance", .source_objective = "SR1", .feared_events = {"ER1", "ER2"}}};
  study.attack_paths = {{.id = AttackPathId{1},
                         .reference = "CA1",
                         .name = "Par l’éditeur",
                         .strategic_scenario = "SS1",
                         .stakeholders = {"PP1"},
                         .steps = {"Prise de la télémaintenance", "Chiffrement du dossier patient"}}};
  study.operational_scenarios = {{.id = OperationalScenarioId{1}, .reference = "SO1", .name = "Du courriel au chiffrement", .attack_path = "CA1"}};
  const auto action = [&](int number, const char* name, AttackPhase phase, std::vector<std::string> after, int probability,
                          ActionNeed needs = ActionNeed::any) {
    study.elementary_actions.push_back({.id = ElementaryActionId{number},
                                        .reference = "AE" + std::to_string(number),
                                        .name = name,
                                        .operational_scenario = "SO1",
                                        .phase = phase,
                                        .after = std::move(after),
                                        .needs = needs,
                                        .probability = grade(probability)});
  };
  action(1, "Repérer l’éditeur", AttackPhase::know, {}, 4);
  action(2, "Hameçonner un technicien", AttackPhase::enter, {"AE1"}, 3);
  action(3, "Exploiter un accès oublié", AttackPhase::enter, {"AE1"}, 2);
  action(4, "Atteindre le serveur de sauvegarde", AttackPhase::find, {"AE2", "AE3"}, 3);
  action(5, "Chiffrer dossiers et sauvegardes", AttackPhase::exploit, {"AE4"}, 4);
  study.elementary_actions[3].supporting_asset = "BS1";
  study.risks = {{.id = RiskId{1},
                  .reference = "R1",
                  .name = "Rançongiciel",
                  .family = "Cyberattaque",
                  .cause = "Courriel piégé",
                  .patient = "Perte de chance",
                  .strategy = Strategy::reduce,
                  .owner = "Zoé Ferrand",
                  .residual_likelihood = grade(2),
                  .scenario = "SO1",
                  .feared_events = {"ER1"},
                  .minimum_events = {"F"},
                  .obligations = {"organisation"},
                  .review = Date::of(2026, 12, 15)},
                 {.id = RiskId{2},
                  .reference = "R2",
                  .name = "Perte de la salle machine",
                  .gravity = grade(4),
                  .likelihood = grade(1),
                  .strategy = Strategy::accept,
                  .residual_gravity = grade(3),
                  .residual_likelihood = grade(1),
                  .accepted_by = "La directrice",
                  .accepted_on = Date::of(2026, 9, 1),
                  .acceptance = "PSSI"},
                 {.id = RiskId{3}, .reference = "R3", .name = "Panne jamais cotée"}};
  study.measures = {
      {.id = MeasureId{1},
       .reference = "MS1",
       .name = "Copie hors ligne",
       .family = MeasureFamily::resilience,
       .state = MeasureState::in_progress,
       .owner = "Zoé Ferrand",
       .cost = 12'000,
       .due = Date::of(2026, 11, 1),
       .progress = 40,
       .risks = {"R1"},
       .scenarios = {"SO1"}},
      {.id = MeasureId{2}, .reference = "MS2", .name = "Double authentification", .state = MeasureState::done, .cost = 8'500, .due = Date::of(2026, 5, 1)},
      {.id = MeasureId{3}, .reference = "MS3", .name = "Pare-feu abandonné", .state = MeasureState::abandoned, .cost = 90'000, .due = Date::of(2026, 6, 1)}};
  return study;
}

} // namespace tests
