#include "toolkit/continuity/chain_rules.hpp"

#include "tests/continuity/small_hospital.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace hdskit {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const auto today = day(2026, 11, 22);

std::vector<std::string> subjects_of(std::string_view rule, const Continuity& all) {
  std::vector<std::string> subjects;
  for (const auto& each : check_continuity(all, today))
    if (each.finding.rule == rule) subjects.push_back(each.finding.subject);
  return subjects;
}

ChainFinding first_of(std::string_view rule, const Continuity& all) {
  for (const auto& each : check_continuity(all, today))
    if (each.finding.rule == rule) return each;
  return {};
}

/// One way to break the sound hospital so that a rule fires on that subject, and one that comes near and must not make it fire.
struct RuleTrial {
  std::string_view rule, subject;
  void (*broken)(Continuity&);
  void (*near_miss)(Continuity&);
};

const RuleTrial trials[] = {
    {"duplicate-reference", "component DPI", [](Continuity& c) { c.components.push_back({.reference = "DPI"}); },
     [](Continuity& c) { c.contacts.push_back({.reference = "CMP1"}); }},
    {"duplicate-reference", "plan_step et1", [](Continuity& c) { c.steps.push_back({.reference = "et1", .plan = "PC2"}); },
     [](Continuity& c) { c.steps.push_back({.reference = "ET11", .plan = "PC2"}); }},
    {"dangling-citation", "dependency ACT1 → GONE", [](Continuity& c) { c.dependencies.push_back(needs("ACT1", "GONE")); },
     [](Continuity& c) { c.dependencies.push_back(needs("act1", "dpi")); }},
    {"dangling-citation", "dependency SV1 → DPI", [](Continuity& c) { c.dependencies.push_back(needs("SV1", "DPI")); },
     [](Continuity& c) { c.dependencies.push_back(needs("DPI", "SV1")); }},
    {"dangling-citation", "exercise EX1", [](Continuity& c) { c.exercises[0].plans.push_back("PC9"); },
     [](Continuity& c) { c.exercises[0].plans = {" pc1 "}; }},
    {"dangling-citation", "plan_step ET2", [](Continuity& c) { c.steps[1].restores.push_back("ACT1"); }, // an activity is not restored
     [](Continuity& c) { c.steps[1].restores.push_back("DPI"); }},
    {"absurd-duration", "activity ACT1", [](Continuity& c) { c.activities[0].rto = Minutes{-240}; }, [](Continuity& c) { c.activities[0].rto = Minutes{0}; }},
    {"absurd-duration", "backup_arrangement SV1", [](Continuity& c) { c.backups[0].period = Minutes{366 * 1440 + 1}; },
     [](Continuity& c) { c.backups[0].period = Minutes{366 * 1440}; }},
    {"absurd-duration", "service DPI", [](Continuity& c) { c.services[0].rpo = Minutes{400 * 1440}; },
     [](Continuity& c) { c.services[0].rpo = Minutes{300 * 1440}; }},
    {"dependency-circle", "service DPI", [](Continuity& c) { c.dependencies.push_back(needs("CMP2", "DPI")); },
     [](Continuity& c) { c.dependencies.push_back(needs("DPI", "CMP2")); }},
    {"activity-without-service", "activity ACT1", [](Continuity& c) { c.dependencies.erase(c.dependencies.begin()); },
     [](Continuity& c) { c.dependencies[0].to = "CMP1"; }},
    {"needed-by-nothing", "component CMP3", [](Continuity& c) { c.components.push_back({.reference = "CMP3"}); },
     [](Continuity& c) { c.components.push_back({.reference = "CMP3"}), c.dependencies.push_back(needs("DPI", "CMP3")); }},
    {"activity-without-objectives", "activity ACT1", [](Continuity& c) { c.activities[0].rpo.reset(); },
     [](Continuity& c) { c.activities[0].manual_hold.reset(); }},
    {"rto-above-mtpd", "activity ACT1", [](Continuity& c) { c.activities[0].mtpd = Minutes{239}; }, [](Continuity& c) { c.activities[0].mtpd = Minutes{240}; }},
    {"manual-resume-above-rto", "activity ACT1", [](Continuity& c) { c.activities[0].manual_resume = Minutes{240}; },
     [](Continuity& c) { c.activities[0].manual_resume = Minutes{239}; }},
    {"impact-falls", "activity ACT1", [](Continuity& c) { c.impacts[2].care = 2; }, [](Continuity& c) { c.impacts[1].care = 0; }},
    {"mtpd-after-unbearable-impact", "activity ACT1", [](Continuity& c) { c.activities[0].mtpd = Minutes{481}; },
     [](Continuity& c) { c.activities[0].mtpd = Minutes{480}; }},
    {"service-rto-above-activity", "service DPI", [](Continuity& c) { c.services[0].rto = Minutes{211}; },
     [](Continuity& c) { c.services[0].rto = Minutes{210}; }},
    {"infrastructure-rto-above-service", "component CMP1", [](Continuity& c) { c.services[0].rto = Minutes{209}; },
     [](Continuity& c) { c.components[1].rto = Minutes{210}; }},
    {"rpo-above-promise", "service DPI", [](Continuity& c) { c.services[0].rpo = Minutes{1441}; }, [](Continuity& c) { c.components[0].rpo = Minutes{1440}; }},
    {"backup-period-above-rpo", "backup_arrangement SV1", [](Continuity& c) { c.activities[0].rpo = Minutes{240}; },
     [](Continuity& c) {
       c.activities[0].rpo = Minutes{240}; // the nightly backup stands beside hourly logs
       c.backups.push_back({.reference = "SV2", .period = Minutes{60}});
       c.dependencies.push_back(needs("CMP2", "SV2"));
     }},
    {"rpo-without-backup", "service DPI", [](Continuity& c) { c.dependencies.pop_back(); },
     [](Continuity& c) { c.dependencies.pop_back(), c.dependencies.push_back(needs("CMP1", "SV1")); }},
    {"restore-above-rto", "component CMP2", [](Continuity& c) { c.components[1].measured_restore = Minutes{121}; },
     [](Continuity& c) { c.components[1].measured_restore = Minutes{120}; }},
    {"unproven", "component CMP2", [](Continuity& c) { c.components[1].last_test = day(2025, 11, 21); },
     [](Continuity& c) { c.components[1].last_test = day(2025, 11, 22); }},
    {"unproven", "component CMP1", [](Continuity& c) { c.components[0].last_test = day(2026, 11, 23); },
     [](Continuity& c) { c.components[0].last_test = day(2026, 11, 22); }},
    {"unproven", "backup_arrangement SV1", [](Continuity& c) { c.backups[0].last_test.reset(); },
     [](Continuity& c) { c.components[1].last_test.reset(), c.components[1].nature = ComponentNature::person; }},
    {"plan-without-decision-maker", "continuity_plan PC1", [](Continuity& c) { c.plans[0].decision_maker = " "; },
     [](Continuity& c) { c.plans[0].deputy = ""; }},
    {"deputy-is-holder", "continuity_plan PC1", [](Continuity& c) { c.plans[0].deputy = "director "; },
     [](Continuity& c) { c.plans[0].deputy = "Director 2"; }},
    {"deputy-is-holder", "plan_step ET1", [](Continuity& c) { c.steps[0].deputy = "Network team"; },
     [](Continuity& c) { c.steps[0].owner = c.steps[0].deputy = ""; }},
    {"plan-without-criteria", "continuity_plan PC2", [](Continuity& c) { c.plans[1].deactivation = ""; }, [](Continuity& c) { c.plans[1].isolation = ""; }},
    {"plan-without-steps", "continuity_plan PC2", [](Continuity& c) { c.steps.pop_back(); }, [](Continuity& c) { c.steps[3].duration.reset(); }},
    {"plan-without-approval", "continuity_plan PC1", [](Continuity& c) { c.plans[0].approved_on = day(2026, 11, 23); },
     [](Continuity& c) { c.plans[0].approved_on = day(2026, 11, 22); }},
    {"plan-review-past", "continuity_plan PC1", [](Continuity& c) { c.plans[0].review = day(2026, 11, 21); },
     [](Continuity& c) { c.plans[0].review = day(2026, 11, 22); }},
    {"steps-in-circle", "continuity_plan PC1", [](Continuity& c) { c.steps[0].after = {"ET3"}; },
     [](Continuity& c) {
       c.steps[2].after = {"ET1", "ET2"};
     }},
    {"step-without-owner", "plan_step ET2", [](Continuity& c) { c.steps[1].owner = ""; }, [](Continuity& c) { c.steps[1].deputy = ""; }},
    {"step-without-duration", "plan_step ET2", [](Continuity& c) { c.steps[1].duration.reset(); }, [](Continuity& c) { c.steps[1].duration = Minutes{0}; }},
    {"recovery-above-rto", "continuity_plan PC1", [](Continuity& c) { c.steps[2].duration = Minutes{91}; },
     [](Continuity& c) { c.steps[2].duration = Minutes{90}; }},
    {"degraded-mode-too-short", "continuity_plan PC1", [](Continuity& c) { c.plans[0].degraded_hold = Minutes{179}; },
     [](Continuity& c) { c.plans[0].degraded_hold = Minutes{180}; }},
    {"degraded-mode-too-short", "continuity_plan PC2", [](Continuity& c) { c.plans[1].degraded_hold = Minutes{179}; },
     [](Continuity& c) { c.plans[1].degraded_hold = Minutes{179}, c.plans[1].covers = {"ACT1"}; }},
    {"degraded-mode-too-short", "activity ACT1", [](Continuity& c) { c.activities[0].manual_hold = Minutes{239}; },
     [](Continuity& c) { c.activities[0].manual_hold = Minutes{240}; }},
    {"covered-by-no-plan", "service LAB", [](Continuity& c) { c.services.push_back(service("LAB")); },
     [](Continuity& c) { c.services.push_back(service("LAB")), c.steps[2].restores.push_back("LAB"); }},
    {"empty-directory", "crisis_contact", [](Continuity& c) { c.contacts.clear(); }, [](Continuity& c) { c.contacts[0].phone = ""; }},
    {"card-without-actions", "action_card FR1", [](Continuity& c) { c.cards[0].actions = "\n"; }, [](Continuity& c) { c.cards[0].forbidden = ""; }},
    {"never-exercised", "activity ACT1", [](Continuity& c) { c.exercises[0].covers = {"DPI"}; },
     [](Continuity& c) { c.components.push_back({.reference = "CMP3"}); }},
    {"exercised-long-ago", "continuity_plan PC1", [](Continuity& c) { c.exercises[0].held_on = day(2025, 11, 21); },
     [](Continuity& c) { c.exercises[0].held_on = day(2025, 11, 22); }},
    {"achieved-above-objective", "exercise EX1", [](Continuity& c) { c.exercises[0].achieved_rto = Minutes{211}; },
     [](Continuity& c) {
       c.exercises[0].achieved_rto = Minutes{500}; // but a later exercise did better
       c.exercises.push_back({.reference = "EX2", .covers = {"ACT1", "DPI"}, .held_on = day(2026, 9, 1), .achieved_rto = Minutes{210}});
     }},
    {"achieved-above-objective", "exercise EX1", [](Continuity& c) { c.exercises[0].achieved_rpo = Minutes{1441}; },
     [](Continuity& c) { c.exercises[0].achieved_rpo = Minutes{1440}; }},
    {"achieved-above-objective", "exercise EX1",
     [](Continuity& c) {
       c.exercises[0].achieved_rto = Minutes{211}; // and what went better before does not mend it
       c.exercises.push_back({.reference = "EX0", .covers = {"ACT1", "DPI"}, .held_on = day(2026, 5, 1), .achieved_rto = Minutes{10}});
     },
     [](Continuity& c) {
       c.exercises[0].achieved_rto.reset();
       c.exercises[0].achieved_rpo.reset();
     }},
    {"correction-without-owner", "corrective_action AC1", [](Continuity& c) { c.corrections[0].owner = ""; },
     [](Continuity& c) { c.corrections[0].owner = "", c.corrections[0].state = CorrectionState::done; }},
    {"correction-without-date", "corrective_action AC1", [](Continuity& c) { c.corrections[0].due.reset(); },
     [](Continuity& c) { c.corrections[0].due.reset(), c.corrections[0].state = CorrectionState::done; }},
    {"correction-late", "corrective_action AC1", [](Continuity& c) { c.corrections[0].due = day(2026, 11, 21); },
     [](Continuity& c) { c.corrections[0].due = day(2026, 11, 22); }},
};

TEST(CheckContinuity, finds_nothing_in_a_sound_hospital) {
  std::vector<std::string> sentences;
  for (const auto& each : check_continuity(sound_hospital(), today)) sentences.push_back(each.finding.rule + ": " + each.finding.sentence);
  EXPECT_THAT(sentences, IsEmpty());
}

TEST(CheckContinuity, fires_each_rule_on_what_breaks_it) {
  for (const auto& trial : trials) {
    auto all = sound_hospital();
    trial.broken(all);
    EXPECT_THAT(subjects_of(trial.rule, all), Contains(std::string{trial.subject})) << trial.rule;
    EXPECT_THAT(first_of(trial.rule, all).finding.sentence, Not(HasSubstr("{"))) << trial.rule;
  }
}

TEST(CheckContinuity, keeps_each_rule_silent_on_what_only_comes_near) {
  for (const auto& trial : trials) {
    auto all = sound_hospital();
    trial.near_miss(all);
    EXPECT_THAT(subjects_of(trial.rule, all), IsEmpty()) << trial.rule << " " << trial.subject;
  }
}

TEST(CheckContinuity, has_a_trial_for_each_rule_and_a_rule_for_each_trial) {
  std::set<std::string_view> tried, known;
  for (const auto& trial : trials) tried.insert(trial.rule);
  for (const auto& rule : continuity_rules()) {
    EXPECT_TRUE(known.insert(rule.id).second) << rule.id;
    EXPECT_STRNE(rule.sentence, "");
    EXPECT_STRNE(rule.reason, "");
  }
  EXPECT_EQ(tried, known);
}

TEST(CheckContinuity, shows_the_way_from_a_promise_of_four_hours_to_the_nightly_backup) {
  auto all = sound_hospital();
  all.activities[0].rpo = Minutes{240};
  const auto found = first_of("backup-period-above-rpo", all);
  EXPECT_THAT(found.path, ElementsAre("ACT1", "DPI", "CMP1", "CMP2", "SV1"));
  EXPECT_EQ(found.finding.sentence,
            "ACT1 (“Emergencies”) may lose at most 4 h of data, but SV1 (“Nightly”) saves only every 1 j: ACT1 → DPI → CMP1 → CMP2 → SV1.");
}

TEST(CheckContinuity, takes_the_time_to_enter_what_was_done_on_paper_from_the_rto) {
  auto all = sound_hospital(); // 4 h less 30 min
  all.services[0].rto = Minutes{240};
  const auto found = first_of("service-rto-above-activity", all);
  EXPECT_THAT(found.path, ElementsAre("ACT1", "DPI"));
  EXPECT_THAT(found.finding.sentence, HasSubstr("within 4 h, of which 3 h 30 are left to systems"));
}

TEST(CheckContinuity, shows_the_steps_that_make_a_recovery_too_slow) {
  auto all = sound_hospital();
  all.steps[1].duration = Minutes{200};
  const auto found = first_of("recovery-above-rto", all);
  EXPECT_THAT(found.path, ElementsAre("ACT1", "DPI", "PC1", "ET1", "ET2", "ET3"));
  EXPECT_THAT(found.finding.sentence, HasSubstr("after 4 h 50"));
}

TEST(CheckContinuity, judges_a_shared_backup_by_the_tightest_promise_above_it) {
  auto all = sound_hospital();
  all.activities[0].rpo = Minutes{600};
  all.components.push_back({.reference = "CMP3", .name = "Pharmacy robot", .rpo = Minutes{60}, .last_test = today});
  all.dependencies.push_back(needs("DPI", "CMP3"));
  all.dependencies.push_back(needs("CMP3", "SV1"));
  EXPECT_THAT(subjects_of("backup-period-above-rpo", all), ElementsAre("backup_arrangement SV1"));
  EXPECT_THAT(first_of("backup-period-above-rpo", all).path, ElementsAre("CMP3", "SV1"));
}

TEST(CheckContinuity, cuts_the_middle_of_a_long_way_in_the_sentence_and_keeps_it_in_the_path) {
  auto all = sound_hospital();
  all.activities[0].rpo = Minutes{60};
  all.dependencies.pop_back();
  for (int i = 3; i <= 12; ++i) {
    const auto reference = "CMP" + std::to_string(i);
    all.components.push_back({.reference = reference, .last_test = today});
    all.dependencies.push_back(needs("CMP" + std::to_string(i - 1), reference));
  }
  all.dependencies.push_back(needs("CMP12", "SV1"));
  const auto found = first_of("backup-period-above-rpo", all);
  EXPECT_EQ(found.path.size(), 15u);
  EXPECT_THAT(found.finding.sentence, HasSubstr("ACT1 → DPI → CMP1 → CMP2 → … → CMP10 → CMP11 → CMP12 → SV1"));
}

TEST(CheckContinuity, survives_circles_in_dependencies_and_in_steps) {
  auto all = sound_hospital();
  all.dependencies.push_back(needs("CMP2", "DPI"));
  all.steps[0].after = {"ET3"};
  all.activities[0].rpo = Minutes{60};
  EXPECT_THAT(subjects_of("dependency-circle", all), ElementsAre("service DPI"));
  EXPECT_THAT(first_of("dependency-circle", all).path, ElementsAre("DPI", "CMP1", "CMP2", "DPI"));
  EXPECT_THAT(first_of("backup-period-above-rpo", all).path, ElementsAre("ACT1", "DPI", "CMP1", "CMP2", "SV1"));
  EXPECT_THAT(first_of("steps-in-circle", all).path, ElementsAre("ET1", "ET2", "ET3", "ET1"));
}

TEST(CheckContinuity, of_nothing_finds_only_the_empty_directory) {
  std::vector<std::string> rules;
  for (const auto& each : check_continuity({}, today)) rules.push_back(each.finding.rule);
  EXPECT_THAT(rules, ElementsAre("empty-directory"));
}

} // namespace
} // namespace hdskit
