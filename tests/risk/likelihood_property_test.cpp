#include "toolkit/risk/likelihood.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>

// What must hold of every attack graph, on graphs made up from a fixed seed.

namespace hdskit {
namespace {

class Invention {
public:
  explicit Invention(unsigned seed) : generator_{seed} {}
  int number(int least, int most) { return std::uniform_int_distribution<int>{least, most}(generator_); }

  Study study(OperationalScenario::Method method, bool with_all) {
    Study study;
    study.scale = shipped_scale(number(0, 1) ? "ebios-rm-4x4" : "five-by-five");
    study.operational_scenarios = {{.reference = "SO1", .method = method}};
    const int count = number(2, 9), grades = static_cast<int>(study.scale.likelihood.size());
    for (int i = 0; i < count; ++i) {
      ElementaryAction action{
          .reference = "A" + std::to_string(i), .operational_scenario = "SO1", .probability = {number(1, grades)}, .difficulty = {number(1, 5)}};
      for (int back = 0; back < i; ++back)
        if (number(0, 2) == 0) action.after.push_back("A" + std::to_string(back));
      if (with_all && number(0, 1)) action.needs = ActionNeed::all;
      study.elementary_actions.push_back(std::move(action));
    }
    return study;
  }

private:
  std::mt19937 generator_;
};

int value_of(const Study& study) {
  const StudyIndex index{study};
  return likelihood_of(index, study.operational_scenarios.front()).value;
}

/// The greatest likelihood over all ways from a first to a last action, each way tried; probability: the least on it.
int tried_one_by_one(const Study& study) {
  const auto& actions = study.elementary_actions;
  std::vector<bool> last(actions.size(), true);
  const auto place = [](const std::string& reference) { return static_cast<std::size_t>(std::stoi(reference.substr(1))); };
  for (const auto& action : actions)
    for (const auto& before : action.after) last[place(before)] = false;
  int greatest = 0;
  const std::function<void(std::size_t, std::int64_t)> go_back = [&](std::size_t at, std::int64_t weakest) {
    weakest = std::min(weakest, actions[at].probability.value);
    if (actions[at].after.empty()) greatest = std::max(greatest, static_cast<int>(weakest));
    for (const auto& before : actions[at].after) go_back(place(before), weakest);
  };
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (last[i]) go_back(i, Rating::greatest);
  return greatest;
}

constexpr auto methods = {OperationalScenario::Method::standard, OperationalScenario::Method::advanced};

TEST(LikelihoodProperty, a_graph_of_choices_is_as_likely_as_its_best_way) {
  Invention invention{1};
  for (int round = 0; round < 500; ++round) {
    const auto study = invention.study(OperationalScenario::Method::standard, false);
    EXPECT_EQ(value_of(study), tried_one_by_one(study)) << "round " << round;
  }
}

TEST(LikelihoodProperty, raising_a_probability_never_lowers_the_likelihood) {
  Invention invention{2};
  for (const auto method : methods)
    for (int round = 0; round < 300; ++round) {
      auto study = invention.study(method, true);
      const int before = value_of(study);
      auto& action = study.elementary_actions[static_cast<std::size_t>(invention.number(0, static_cast<int>(study.elementary_actions.size()) - 1))];
      if (action.probability.value == static_cast<std::int64_t>(study.scale.likelihood.size())) continue;
      ++action.probability.value;
      EXPECT_GE(value_of(study), before) << "round " << round;
    }
}

TEST(LikelihoodProperty, raising_a_difficulty_never_raises_the_likelihood) {
  Invention invention{3};
  for (int round = 0; round < 500; ++round) {
    auto study = invention.study(OperationalScenario::Method::advanced, true);
    const int before = value_of(study);
    auto& action = study.elementary_actions[static_cast<std::size_t>(invention.number(0, static_cast<int>(study.elementary_actions.size()) - 1))];
    if (action.difficulty.value == 5) continue;
    ++action.difficulty.value;
    EXPECT_LE(value_of(study), before) << "round " << round;
  }
}

/// Adds a first action to those that the last one comes after, which is so already; nothing when it comes after none.
bool add_predecessor(Study& study, ActionNeed need, Invention& invention) {
  auto& last = study.elementary_actions.back();
  if (last.after.empty()) return false;
  last.needs = need;
  return study.elementary_actions.push_back(
             {.reference = "X", .operational_scenario = "SO1", .probability = {invention.number(1, 4)}, .difficulty = {invention.number(1, 5)}}),
         true;
}

TEST(LikelihoodProperty, one_more_action_that_is_needed_never_raises_the_likelihood) {
  Invention invention{4};
  for (const auto method : methods)
    for (int round = 0; round < 300; ++round) {
      auto study = invention.study(method, true);
      auto other = study;
      if (!add_predecessor(other, ActionNeed::all, invention)) continue;
      study.elementary_actions.back().needs = ActionNeed::all;
      other.elementary_actions[study.elementary_actions.size() - 1].after.push_back("X");
      EXPECT_LE(value_of(other), value_of(study)) << "round " << round;
    }
}

TEST(LikelihoodProperty, one_more_way_to_an_action_never_lowers_the_likelihood) {
  Invention invention{5};
  for (const auto method : methods)
    for (int round = 0; round < 300; ++round) {
      auto study = invention.study(method, true);
      auto other = study;
      if (!add_predecessor(other, ActionNeed::any, invention)) continue;
      study.elementary_actions.back().needs = ActionNeed::any;
      other.elementary_actions[study.elementary_actions.size() - 1].after.push_back("X");
      EXPECT_GE(value_of(other), value_of(study)) << "round " << round;
    }
}

TEST(LikelihoodProperty, the_easiest_way_leads_from_a_first_to_a_last_action) {
  Invention invention{6};
  for (const auto method : methods)
    for (int round = 0; round < 200; ++round) {
      const auto study = invention.study(method, true);
      const StudyIndex index{study};
      const auto likelihood = likelihood_of(index, study.operational_scenarios.front());
      int firsts = 0, lasts = 0;
      for (const auto& one : likelihood.actions) {
        if (!one.on_easiest_path) continue;
        firsts += one.action->after.empty();
        lasts += one.last;
      }
      EXPECT_GE(firsts, 1);
      EXPECT_EQ(lasts, 1);
    }
}

} // namespace
} // namespace hdskit
