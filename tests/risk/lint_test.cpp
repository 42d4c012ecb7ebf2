#include "toolkit/risk/lint.hpp"

#include "tests/risk/sound_study.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const auto today = day(2026, 11, 22);

std::vector<std::string> subjects_of(std::string_view rule, const Study& study) {
  std::vector<std::string> subjects;
  for (const auto& finding : lint(study, today))
    if (finding.rule == rule) subjects.push_back(finding.subject);
  return subjects;
}

std::string sentence_of(std::string_view rule, const Study& study) {
  for (const auto& finding : lint(study, today))
    if (finding.rule == rule) return finding.sentence;
  return "";
}

/// One way to soil the sound study so that a rule fires on that subject, and one that comes near and must not make it fire.
struct RuleTrial {
  std::string_view rule;
  std::string_view subject;
  void (*dirty)(Study&);
  void (*near_miss)(Study&);
};

const RuleTrial trials[] = {
    {"duplicate-reference", "risk R1", [](Study& s) { s.risks[1].reference = "R1"; }, [](Study& s) { s.risks[1].reference = "R11"; }},
    {"dangling-citation", "strategic_scenario SS1", [](Study& s) { s.strategic_scenarios[0].feared_events.push_back("ER9"); },
     [](Study& s) { s.business_values[0].services = {"a service that lives outside the study"}; }},
    {"orphan-object", "business_value VM2", [](Study& s) { s.business_values.push_back({.reference = "VM2", .missions = {"M1"}}); },
     [](Study& s) { s.feared_events.push_back({.reference = "ER2", .business_value = "VM1", .gravity = {1}, .retention = Retention::set_aside}); }},
    {"grade-out-of-scale", "risk R2", [](Study& s) { s.risks[1].gravity = {5}; }, [](Study& s) { s.risks[1].gravity = {4}; }},
    {"baseline-gap-unjustified", "baseline_item SOC1", [](Study& s) { s.baseline_items[0].justification = " "; },
     [](Study& s) { s.baseline_items[0].justification = "", s.baseline_items[0].application = Application::applied; }},
    {"feared-event-without-gravity", "feared_event ER1", [](Study& s) { s.feared_events[0].gravity = {}; },
     [](Study& s) { s.feared_events[0].gravity = {}, s.feared_events[0].retention = Retention::set_aside; }},
    {"source-objective-not-rated", "source_objective SR1", [](Study& s) { s.source_objectives[0].resources = {}; },
     [](Study& s) { s.source_objectives[0].resources = {}, s.source_objectives[0].pertinence = {3}; }},
    {"stakeholder-out-of-scale", "stakeholder PP1", [](Study& s) { s.stakeholders[0].residual_trust = {5}; },
     [](Study& s) { s.stakeholders[0].residual_trust = {4}; }},
    {"stakeholder-not-rated", "stakeholder PP1", [](Study& s) { s.stakeholders[0].trust = {}; },
     [](Study& s) { s.stakeholders[0].trust = {}, s.stakeholders[0].retention = Retention::set_aside; }},
    {"attack-graph-cycle", "operational_scenario SO1", [](Study& s) { s.elementary_actions[0].after = {"AE2"}; },
     [](Study& s) {
       s.elementary_actions.push_back({.reference = "AE3", .operational_scenario = "SO1", .after = {"AE1", "AE2"}, .probability = {3}});
     }},
    {"scenario-not-rated", "operational_scenario SO1", [](Study& s) { s.elementary_actions[0].probability = {}; },
     [](Study& s) { s.elementary_actions[0].probability = {}, s.operational_scenarios[0].likelihood = {3}; }},
    {"likelihood-contradicts-graph", "operational_scenario SO1", [](Study& s) { s.operational_scenarios[0].likelihood = {1}; },
     [](Study& s) { s.operational_scenarios[0].likelihood = {1}, s.operational_scenarios[0].justification = "Seen in the audit"; }},
    {"forced-without-justification", "strategic_scenario SS1", [](Study& s) { s.strategic_scenarios[0].gravity = {2}; },
     [](Study& s) { s.strategic_scenarios[0].gravity = {4}; }},
    {"scenario-without-measure", "risk R1", [](Study& s) { s.measures[0].state = MeasureState::abandoned; },
     [](Study& s) { s.measures[0].risks.clear(), s.measures[0].scenarios = {"SO1"}; }},
    {"risk-not-rated", "risk R2", [](Study& s) { s.risks[1].likelihood = {}; }, [](Study& s) { s.risks[1].likelihood = {}, s.risks[1].scenario = "SO1"; }},
    {"level-contradicts-matrix", "risk R2", [](Study& s) { s.risks[1].level = {2}; }, [](Study& s) { s.risks[1].level = {1}; }},
    {"risk-without-strategy", "risk R2", [](Study& s) { s.risks[1].strategy = Strategy::undecided; }, [](Study& s) { s.risks[1].strategy = Strategy::share; }},
    {"risk-without-owner", "risk R2", [](Study& s) { s.risks[1].owner = " "; }, [](Study& s) { s.risks[1].owner = "B"; }},
    {"residual-not-rated", "risk R1", [](Study& s) { s.risks[0].residual_gravity = s.risks[0].residual_likelihood = {}; },
     [](Study& s) { s.risks[0].residual_gravity = {}; }},
    {"residual-above-initial", "risk R1", [](Study& s) { s.risks[0].residual_likelihood = {4}; },
     [](Study& s) { s.risks[0].residual_likelihood = {3}, s.risks[0].residual_gravity = {4}; }},
    {"residual-without-measure", "risk R1", [](Study& s) { s.measures[0].risks.clear(); },
     [](Study& s) { s.measures[0].risks.clear(), s.measures[0].scenarios = {"SS1"}; }},
    {"accepted-without-signature", "risk R2", [](Study& s) { s.risks[1].accepted_on = {}; }, [](Study& s) { s.risks[0].accepted_by = ""; }},
    {"review-late", "risk R1", [](Study& s) { s.risks[0].review = day(2026, 11, 21); }, [](Study& s) { s.risks[0].review = today; }},
    {"measure-without-owner", "measure MS1", [](Study& s) { s.measures[0].owner = ""; },
     [](Study& s) { s.measures[0].owner = "", s.measures[0].state = MeasureState::abandoned; }},
    {"measure-without-date", "measure MS1", [](Study& s) { s.measures[0].due = {}; },
     [](Study& s) { s.measures[0].due = {}, s.measures[0].state = MeasureState::done; }},
    {"measure-late", "measure MS1", [](Study& s) { s.measures[0].due = day(2026, 11, 21); }, [](Study& s) { s.measures[0].due = today; }},
    {"measure-progress-contradicts-state", "measure MS1", [](Study& s) { s.measures[0].progress = 100; }, [](Study& s) { s.measures[0].progress = 99; }},
};

TEST(Lint, finds_nothing_in_a_sound_study) {
  for (const auto& finding : lint(sound_study(), today)) ADD_FAILURE() << finding.rule << ": " << finding.sentence;
}

TEST(Lint, finds_nothing_in_an_empty_study) {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  EXPECT_THAT(lint(study, today), IsEmpty());
  EXPECT_THAT(lint(Study{}, today), IsEmpty());
}

TEST(Lint, every_rule_has_a_trial) {
  std::map<std::string_view, int> tried;
  for (const auto& trial : trials) ++tried[trial.rule];
  for (const auto& rule : lint_rules()) EXPECT_EQ(tried[rule.id], 1) << rule.id;
  EXPECT_EQ(tried.size(), lint_rules().size());
}

TEST(Lint, every_rule_fires_on_the_fault_it_is_for) {
  for (const auto& trial : trials) {
    auto study = sound_study();
    trial.dirty(study);
    EXPECT_THAT(subjects_of(trial.rule, study), testing::Contains(trial.subject)) << trial.rule;
  }
}

TEST(Lint, no_rule_fires_on_what_only_looks_like_its_fault) {
  for (const auto& trial : trials) {
    auto study = sound_study();
    trial.near_miss(study);
    EXPECT_THAT(subjects_of(trial.rule, study), IsEmpty()) << trial.rule << ": " << sentence_of(trial.rule, study);
  }
}

TEST(Lint, every_rule_says_what_it_looks_for_and_why) {
  for (const auto& rule : lint_rules()) {
    EXPECT_GT(std::string_view{rule.sentence}.size(), 10u) << rule.id;
    EXPECT_GT(std::string_view{rule.reason}.size(), 10u) << rule.id;
  }
}

TEST(Lint, sentences_name_the_record_by_reference_and_name) {
  auto study = sound_study();
  study.measures[0].owner = "";
  EXPECT_EQ(sentence_of("measure-without-owner", study), "The measure MS1 (“Gate for maintenance”) has no owner: nobody will see to it.");
}

TEST(Lint, cuts_a_name_of_a_hundred_thousand_characters_between_two_letters) {
  auto study = sound_study();
  study.risks[1].owner = "", study.risks[1].name = "x";
  for (int i = 0; i < 50'000; ++i) study.risks[1].name += "é";
  const auto sentence = sentence_of("risk-without-owner", study);
  EXPECT_LT(sentence.size(), 300u);
  EXPECT_TRUE(is_utf8(sentence));
  EXPECT_THAT(sentence, HasSubstr("…"));
}

TEST(Lint, findings_stand_in_the_order_of_the_rules_then_of_the_records) {
  auto study = sound_study();
  study.risks[0].owner = study.risks[1].owner = "";
  study.risks[1].reference = "R1";
  std::vector<std::string> found;
  for (const auto& finding : lint(study, today)) found.push_back(finding.rule + " " + finding.subject);
  EXPECT_THAT(found, ElementsAre("duplicate-reference risk R1", "risk-without-owner risk R1", "risk-without-owner risk R1"));
}

// Each kind of orphan.

TEST(OrphanObject, is_found_in_every_kind) {
  auto study = sound_study();
  study.missions.push_back({.reference = "M2"});
  study.supporting_assets.push_back({.reference = "BS2", .business_values = {"VM9"}});
  study.feared_events.push_back({.reference = "ER2", .business_value = "VM1", .gravity = {2}});
  study.source_objectives.push_back({.reference = "SR2", .motivation = {1}, .resources = {1}, .activity = {1}, .retention = Retention::retained});
  study.source_objectives.push_back({.reference = "SR3"}); // nobody decided on it yet
  study.stakeholders.push_back({.reference = "PP2", .dependency = {1}, .penetration = {1}, .maturity = {1}, .trust = {1}, .retention = Retention::retained});
  study.strategic_scenarios.push_back({.reference = "SS2", .source_objective = "SR1", .feared_events = {"ER1"}});
  study.attack_paths.push_back({.reference = "CA2"});
  study.operational_scenarios.push_back({.reference = "SO2", .attack_path = "CA2"});
  study.elementary_actions.push_back({.reference = "AE9"});
  study.measures.push_back({.reference = "MS2", .owner = "A", .due = day(2027, 1, 1)});
  EXPECT_THAT(subjects_of("orphan-object", study),
              ElementsAre("mission M2", "supporting_asset BS2", "feared_event ER2", "source_objective SR2", "stakeholder PP2", "strategic_scenario SS2",
                          "attack_path CA2", "operational_scenario SO2", "elementary_action AE9", "measure MS2"));
}

TEST(OrphanObject, is_no_express_scenario_without_actions) {
  auto study = sound_study();
  study.operational_scenarios.push_back({.reference = "SO2", .attack_path = "CA1", .method = OperationalScenario::Method::express, .likelihood = {2}});
  EXPECT_THAT(subjects_of("orphan-object", study), IsEmpty());
}

// More than one way into a rule.

TEST(DuplicateReference, is_found_across_kinds) {
  auto study = sound_study();
  study.measures[0].reference = "R2";
  EXPECT_THAT(subjects_of("duplicate-reference", study), ElementsAre("measure R2"));
  EXPECT_THAT(sentence_of("duplicate-reference", study), HasSubstr("(risk)"));
}

TEST(DuplicateReference, is_found_whatever_letter_case_and_accents) {
  auto study = sound_study();
  study.risks[0].reference = "Réf", study.risks[1].reference = "REF";
  EXPECT_THAT(subjects_of("duplicate-reference", study), ElementsAre("risk REF"));
}

TEST(DanglingCitation, is_found_for_an_action_of_another_scenario_and_an_unknown_minimum_event) {
  auto study = sound_study();
  study.operational_scenarios.push_back({.reference = "SO2", .attack_path = "CA1"});
  study.elementary_actions.push_back({.reference = "AE3", .operational_scenario = "SO2", .after = {"AE1"}, .probability = {2}});
  study.risks[1].minimum_events = {"Z"};
  EXPECT_THAT(subjects_of("dangling-citation", study), ElementsAre("elementary_action AE3", "risk R2"));
}

TEST(ScenarioWithoutMeasure, is_found_in_both_kinds_of_scenarios_too) {
  auto study = sound_study();
  study.measures[0].risks.clear();
  EXPECT_THAT(subjects_of("scenario-without-measure", study), ElementsAre("strategic_scenario SS1", "operational_scenario SO1", "risk R1"));
  study.risks[0].strategy = Strategy::accept; // decided otherwise
  EXPECT_THAT(subjects_of("scenario-without-measure", study), ElementsAre("strategic_scenario SS1"));
}

TEST(ScenarioWithoutMeasure, does_not_count_an_abandoned_one) {
  auto study = sound_study();
  study.measures[0].risks.clear(), study.measures[0].scenarios = {"SO1", "SS1"};
  EXPECT_THAT(subjects_of("scenario-without-measure", study), IsEmpty());
  study.measures[0].state = MeasureState::abandoned;
  EXPECT_EQ(subjects_of("scenario-without-measure", study).size(), 3u);
}

TEST(ScenarioWithoutMeasure, counts_one_of_the_scenarios_below) {
  auto study = sound_study();
  study.measures[0].risks.clear(), study.measures[0].scenarios = {"SO1"};
  study.risks[0].scenario = "SS1";
  EXPECT_THAT(subjects_of("scenario-without-measure", study), IsEmpty());
}

TEST(ResidualAboveInitial, is_found_for_a_grade_alone_and_for_assets) {
  auto study = sound_study();
  study.risks[1].residual_gravity = {3}; // G2 V1 → G3 V1: both low
  study.risks.push_back({.reference = "R3", .method = RiskMethod::asset, .impact_integrity = {2}, .threat = {2}, .vulnerability = {2}, .residual_threat = {3}});
  EXPECT_THAT(subjects_of("residual-above-initial", study), ElementsAre("risk R2", "risk R3"));
}

TEST(LevelContradictsMatrix, is_found_for_what_remains_too) {
  auto study = sound_study();
  study.risks[0].residual_level = {3}; // G3 V1: low
  EXPECT_EQ(sentence_of("level-contradicts-matrix", study),
            "The residual level of the risk R1 (“Ransomware”) is declared “High”, but the matrix gives “Low”: correct the level or the grades.");
}

TEST(AcceptedWithoutSignature, is_found_for_what_remains_above_the_acceptable_level) {
  auto study = sound_study();
  study.risks[0].residual_gravity = {4}; // G4 V1: medium
  EXPECT_THAT(subjects_of("accepted-without-signature", study), ElementsAre("risk R1"));
  study.risks[0].accepted_by = "Director", study.risks[0].accepted_on = today;
  EXPECT_THAT(subjects_of("accepted-without-signature", study), IsEmpty());
}

TEST(ReviewLate, is_found_for_both_cycles_of_the_study) {
  auto study = sound_study();
  study.frame.strategic_review = study.frame.operational_review = day(2026, 1, 1);
  EXPECT_THAT(subjects_of("review-late", study), ElementsAre("risk_study EBIOS-2026", "risk_study EBIOS-2026"));
}

TEST(ForcedWithoutJustification, is_found_for_pertinence) {
  auto study = sound_study(); // 4, 3, 3: 4
  study.source_objectives[0].pertinence = {1};
  EXPECT_THAT(subjects_of("forced-without-justification", study), ElementsAre("source_objective SR1"));
}

TEST(MeasureProgress, contradicts_in_every_way) {
  const struct {
    MeasureState state;
    std::optional<std::int64_t> progress;
    bool contradicts;
  } table[] = {{MeasureState::planned, 0, false},      {MeasureState::planned, 1, true},     {MeasureState::in_progress, 0, false},
               {MeasureState::in_progress, 100, true}, {MeasureState::done, 100, false},     {MeasureState::done, 99, true},
               {MeasureState::done, {}, false},        {MeasureState::abandoned, 30, false}, {MeasureState::in_progress, 101, true},
               {MeasureState::planned, -1, true}};
  for (const auto& row : table) {
    auto study = sound_study();
    study.measures[0].state = row.state, study.measures[0].progress = row.progress;
    EXPECT_EQ(!subjects_of("measure-progress-contradicts-state", study).empty(), row.contradicts)
        << static_cast<int>(row.state) << " " << row.progress.value_or(-9);
  }
  auto study = sound_study();
  study.measures[0].start = day(2028, 1, 1);
  EXPECT_THAT(subjects_of("measure-progress-contradicts-state", study), ElementsAre("measure MS1"));
}

} // namespace
} // namespace hdskit
