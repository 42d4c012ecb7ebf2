#include "toolkit/risk/likelihood.hpp"

#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Method = OperationalScenario::Method;

ElementaryAction action(const std::string& reference, int probability, std::vector<std::string> after = {}, ActionNeed needs = ActionNeed::any,
                        int difficulty = 0) {
  return {.reference = reference,
          .name = reference,
          .operational_scenario = "SO1",
          .after = std::move(after),
          .needs = needs,
          .probability = {probability},
          .difficulty = {difficulty}};
}

Study study_of(std::vector<ElementaryAction> actions, Method method = Method::standard, int judged = 0) {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  study.operational_scenarios = {{.reference = "SO1", .name = "S", .method = method, .likelihood = {judged}}};
  study.elementary_actions = std::move(actions);
  return study;
}

Likelihood found(const Study& study) {
  const StudyIndex index{study};
  return likelihood_of(index, study.operational_scenarios.front());
}

std::vector<std::string> easiest(const Likelihood& likelihood) {
  std::vector<std::string> references;
  for (const auto& index : likelihood.actions)
    if (index.on_easiest_path) references.push_back(index.action->reference);
  return references;
}

const ActionIndex& index_of(const Likelihood& likelihood, const std::string& reference) {
  return *std::ranges::find(likelihood.actions, reference, [](const ActionIndex& index) { return index.action->reference; });
}

//   A(3) ─┐
//         ├─ one of them ─ C(4) ── D(2)
//   B(1) ─┘
// C = min(4, max(3, 1)) = 3; D = min(2, 3) = 2.
TEST(StandardLikelihood, takes_the_better_of_two_ways) {
  const auto study = study_of({action("A", 3), action("B", 1), action("C", 4, {"A", "B"}), action("D", 2, {"C"})});
  const auto likelihood = found(study);
  EXPECT_EQ(likelihood.value, 2);
  EXPECT_EQ(index_of(likelihood, "C").probability, 3);
  EXPECT_EQ(index_of(likelihood, "D").probability, 2);
  EXPECT_TRUE(index_of(likelihood, "D").last);
  EXPECT_FALSE(index_of(likelihood, "C").last);
  EXPECT_THAT(easiest(likelihood), ElementsAre("A", "C", "D"));
  EXPECT_EQ(likelihood.missing, "");
}

// The same, C needs both: C = min(4, min(3, 1)) = 1; D = 1.
TEST(StandardLikelihood, takes_the_worse_of_two_when_both_are_needed) {
  const auto study = study_of({action("A", 3), action("B", 1), action("C", 4, {"A", "B"}, ActionNeed::all), action("D", 2, {"C"})});
  const auto likelihood = found(study);
  EXPECT_EQ(likelihood.value, 1);
  EXPECT_THAT(easiest(likelihood), ElementsAre("A", "B", "C", "D"));
}

// A(4) leads to two ends, B(2) and C(3): the scenario is as likely as its likeliest end, 3.
TEST(StandardLikelihood, is_that_of_the_likeliest_end) {
  const auto study = study_of({action("A", 4), action("B", 2, {"A"}), action("C", 3, {"A"})});
  EXPECT_EQ(found(study).value, 3);
  EXPECT_THAT(easiest(found(study)), ElementsAre("A", "C"));
}

TEST(StandardLikelihood, does_not_depend_on_the_order_in_which_actions_were_recorded) {
  const auto study = study_of({action("D", 2, {"C"}), action("C", 4, {"b ", "a"}), action("B", 1), action("A", 3)});
  EXPECT_EQ(found(study).value, 2);
}

// Advanced. A: P4 D2. B: P3 D1. C after one of them: own P4 D3.
// Probability of C = min(4, max(4, 3)) = 4; difficulty of C = max(3, min(2, 1)) = 3; table at P4, D3: 3.
TEST(AdvancedLikelihood, weighs_probability_with_difficulty) {
  const auto study = study_of({action("A", 4, {}, ActionNeed::any, 2), action("B", 3, {}, ActionNeed::any, 1), action("C", 4, {"A", "B"}, ActionNeed::any, 3)},
                              Method::advanced);
  const auto likelihood = found(study);
  EXPECT_EQ(likelihood.value, 3);
  EXPECT_EQ(index_of(likelihood, "C").probability, 4);
  EXPECT_EQ(index_of(likelihood, "C").difficulty, 3);
}

// Both are needed: probability of C = min(4, min(4, 3)) = 3; difficulty = max(1, max(2, 5)) = 5; table at P3, D5: 1.
TEST(AdvancedLikelihood, is_as_hard_as_the_hardest_that_is_needed) {
  const auto study = study_of({action("A", 4, {}, ActionNeed::any, 2), action("B", 3, {}, ActionNeed::any, 5), action("C", 4, {"A", "B"}, ActionNeed::all, 1)},
                              Method::advanced);
  EXPECT_EQ(found(study).value, 1);
}

// Two ends: B: P = min(2, 4) = 2, D = max(1, 1) = 1, table 3; C: P = 4, D = max(5, 1) = 5, table 1. The likelihood is 3, through B, though C is more probable.
TEST(AdvancedLikelihood, prefers_the_easy_end_to_the_probable_one) {
  const auto study = study_of({action("A", 4, {}, ActionNeed::any, 1), action("B", 2, {"A"}, ActionNeed::any, 1), action("C", 4, {"A"}, ActionNeed::any, 5)},
                              Method::advanced);
  EXPECT_EQ(found(study).value, 3);
  EXPECT_THAT(easiest(found(study)), ElementsAre("A", "B"));
}

TEST(AdvancedLikelihood, names_the_action_without_difficulty_and_the_scale_without_table) {
  auto study = study_of({action("A", 4)}, Method::advanced);
  EXPECT_THAT(found(study).missing, HasSubstr("difficulty of the action A is not rated"));
  study.elementary_actions[0].difficulty = {6};
  EXPECT_THAT(found(study).missing, HasSubstr("difficulty of the action A is out of scale"));
  study.elementary_actions[0].difficulty = {5};
  EXPECT_EQ(found(study).value, 1);
  study.scale.advanced.clear();
  EXPECT_THAT(found(study).missing, HasSubstr("no table"));
}

TEST(ExpressLikelihood, is_the_grade_that_a_person_gave) {
  EXPECT_EQ(found(study_of({}, Method::express, 3)).value, 3);
  EXPECT_FALSE(found(study_of({}, Method::express, 3)).forced);
  EXPECT_THAT(found(study_of({}, Method::express)).missing, HasSubstr("was not judged"));
  EXPECT_THAT(found(study_of({}, Method::express, 7)).missing, HasSubstr("out of scale"));
}

TEST(Likelihood, of_a_scenario_follows_the_method_of_the_study) {
  auto study = study_of({action("A", 2, {}, ActionNeed::any, 1)}, Method::of_study, 0);
  for (const auto& [method, value] : {std::pair{LikelihoodMethod::express, 0}, {LikelihoodMethod::standard, 2}, {LikelihoodMethod::advanced, 3}}) {
    study.frame.method = method;
    EXPECT_EQ(found(study).value, value);
    EXPECT_EQ(found(study).method, method);
  }
}

TEST(Likelihood, forced_stands_beside_the_computed_one) {
  const auto study = study_of({action("A", 2)}, Method::standard, 4);
  const auto likelihood = found(study);
  EXPECT_TRUE(likelihood.forced);
  EXPECT_EQ(likelihood.value, 4);
  EXPECT_EQ(likelihood.computed, 2);
}

TEST(Likelihood, names_what_is_missing) {
  EXPECT_THAT(found(study_of({})).missing, HasSubstr("No elementary action"));
  EXPECT_THAT(found(study_of({action("A", 0)})).missing, HasSubstr("action A is not rated"));
  EXPECT_THAT(found(study_of({action("A", 5)})).missing, HasSubstr("action A is out of scale"));
  EXPECT_THAT(found(study_of({action("A", 2, {"Z"})})).missing, HasSubstr("A comes after “Z”"));
  EXPECT_EQ(found(study_of({action("A", 2, {"Z"})})).value, 0);
}

TEST(Likelihood, tells_nothing_of_what_builds_on_an_unrated_action) {
  const auto study = study_of({action("A", 0), action("B", 3), action("C", 4, {"A", "B"})});
  EXPECT_EQ(index_of(found(study), "B").probability, 3);
  EXPECT_EQ(index_of(found(study), "C").probability, 0);
}

TEST(Circle, is_named_in_the_order_in_which_its_actions_follow) {
  const auto study = study_of({action("Start", 4), action("A", 3, {"Start", "C"}), action("B", 3, {"A"}), action("C", 3, {"B"}), action("End", 2, {"C"})});
  const auto likelihood = found(study);
  EXPECT_EQ(likelihood.value, 0);
  EXPECT_TRUE(likelihood.actions.empty());
  ASSERT_EQ(likelihood.cycle.size(), 4u);
  EXPECT_EQ(likelihood.cycle.front(), likelihood.cycle.back());
  std::string turn;
  for (const auto& reference : likelihood.cycle) turn += reference;
  EXPECT_NE(std::string{"ABCABC"}.find(turn), std::string::npos) << turn;
  EXPECT_THAT(likelihood.missing, HasSubstr("circle"));
}

TEST(Circle, of_one_action_that_comes_after_itself) {
  const auto study = study_of({action("A", 3, {"A"})});
  EXPECT_THAT(found(study).cycle, ElementsAre("A", "A"));
}

TEST(Circle, is_refused_before_it_is_recorded) {
  const std::vector actions{action("A", 3), action("B", 3, {"A"}), action("C", 3, {"B"})};
  EXPECT_NO_THROW(refuse_cycle(actions, action("D", 3, {"A", "C"})));
  EXPECT_NO_THROW(refuse_cycle(actions, action("A", 2)));
  try {
    refuse_cycle(actions, action("A", 3, {"C"}));
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_THAT(problem.what(), testing::AnyOf(HasSubstr(": A → B → C → A."), HasSubstr(": B → C → A → B."), HasSubstr(": C → A → B → C.")));
  }
  EXPECT_THROW(refuse_cycle({}, action("A", 3, {"A"})), Problem);
}

TEST(Circle, does_not_reach_from_one_scenario_into_another) {
  auto elsewhere = action("B", 3, {"A"});
  elsewhere.operational_scenario = "SO2";
  EXPECT_NO_THROW(refuse_cycle({elsewhere}, action("A", 3, {"B"})));
}

Study strategic_study() {
  Study study;
  study.scale = shipped_scale("ebios-rm-4x4");
  study.frame.method = LikelihoodMethod::express;
  study.feared_events = {
      {.reference = "ER1", .gravity = {2}}, {.reference = "ER2", .gravity = {3}}, {.reference = "ER3", .gravity = {4}, .retention = Retention::set_aside}};
  study.strategic_scenarios = {{.reference = "SS1", .feared_events = {"ER1", "ER2", "ER3", "ER9"}}};
  study.attack_paths = {{.reference = "CA1", .strategic_scenario = "SS1"}, {.reference = "CA2", .strategic_scenario = "SS1"}};
  study.operational_scenarios = {{.reference = "SO1", .attack_path = "CA1", .likelihood = {1}},
                                 {.reference = "SO2", .attack_path = "CA2", .likelihood = {3}},
                                 {.reference = "SO3", .likelihood = {4}}};
  return study;
}

TEST(StrategicScenario, is_as_grave_as_its_gravest_feared_event_that_is_not_set_aside) {
  auto study = strategic_study();
  EXPECT_EQ(gravity_of(StudyIndex{study}, study.strategic_scenarios[0]), 3);
  study.strategic_scenarios[0].gravity = {1};
  EXPECT_EQ(gravity_of(StudyIndex{study}, study.strategic_scenarios[0]), 1);
  study.strategic_scenarios[0].gravity = {9};
  EXPECT_EQ(gravity_of(StudyIndex{study}, study.strategic_scenarios[0]), 0);
}

TEST(StrategicScenario, is_as_likely_as_the_likeliest_of_its_paths) {
  const auto study = strategic_study();
  EXPECT_EQ(likelihood_of(StudyIndex{study}, study.strategic_scenarios[0]), 3);
}

TEST(OperationalScenario, has_the_gravity_of_its_strategic_scenario) {
  const auto study = strategic_study();
  EXPECT_EQ(gravity_of(StudyIndex{study}, study.operational_scenarios[1]), 3);
  EXPECT_EQ(gravity_of(StudyIndex{study}, study.operational_scenarios[2]), 0);
}

} // namespace
} // namespace hdskit
