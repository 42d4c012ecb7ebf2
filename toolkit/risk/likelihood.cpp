#include "toolkit/risk/likelihood.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/action_graph.hpp"

#include <algorithm>
#include <tuple>

namespace hdskit {
namespace {

constexpr int greatest_difficulty = 5; // columns of the table of the advanced method

LikelihoodMethod method_of(const StudyIndex& index, const OperationalScenario& scenario) {
  switch (scenario.method) {
    case OperationalScenario::Method::express: return LikelihoodMethod::express;
    case OperationalScenario::Method::standard: return LikelihoodMethod::standard;
    case OperationalScenario::Method::advanced: return LikelihoodMethod::advanced;
    case OperationalScenario::Method::of_study: break;
  }
  return index.study().frame.method;
}

bool lies_within(Rating rating, int greatest) { return rating.value >= 1 && rating.value <= greatest; }

std::string circle_text(const std::vector<std::string>& references) { return joined(references, " → "); }

/// Goes through the graph of one operational scenario once, in the order in which its actions build on each other.
class GraphReading {
public:
  GraphReading(const RiskScale& scale, const std::vector<const ElementaryAction*>& actions, Likelihood& result)
      : scale_{scale}, actions_{actions}, graph_{graph_of(actions)}, result_{result}, advanced_{result.method == LikelihoodMethod::advanced} {}

  void read() {
    for (const auto place : graph_.circle) result_.cycle.push_back(actions_[place]->reference);
    if (!result_.cycle.empty()) return;
    cumulate();
    if (result_.method == LikelihoodMethod::express) return list_actions();
    if (why_not().empty()) conclude();
    list_actions();
  }

  /// Why the graph gives no likelihood, "" when it does.
  std::string why_not() const {
    if (actions_.empty()) return tr("No elementary action describes it.");
    if (!graph_.circle.empty()) return tr("Its elementary actions come after each other in a circle: {1}.", {circle_text(result_.cycle)});
    if (!graph_.astray.empty())
      return tr("The action {1} comes after “{2}”, which is no action of this scenario.",
                {actions_[graph_.astray.front().action]->reference, graph_.astray.front().reference});
    for (const auto* action : actions_)
      if (auto sentence = why_not_rated(*action); !sentence.empty()) return sentence;
    if (advanced_ && scale_.advanced.empty()) return tr("The scale has no table for the advanced method.");
    return {};
  }

private:
  std::string why_not_rated(const ElementaryAction& action) const {
    if (!action.probability) return tr("The probability of success of the action {1} is not rated.", {action.reference});
    if (!lies_within(action.probability, grades())) return tr("The probability of success of the action {1} is out of scale.", {action.reference});
    if (!advanced_) return {};
    if (!action.difficulty) return tr("The technical difficulty of the action {1} is not rated.", {action.reference});
    if (!lies_within(action.difficulty, greatest_difficulty)) return tr("The technical difficulty of the action {1} is out of scale.", {action.reference});
    return {};
  }

  int grades() const { return static_cast<int>(scale_.likelihood.size()); }

  void cumulate() {
    indices_.resize(actions_.size());
    for (const auto place : graph_.order) {
      auto& own = indices_[place];
      own.action = actions_[place];
      own.last = graph_.last[place];
      own.probability = lies_within(own.action->probability, grades()) ? static_cast<int>(own.action->probability.value) : 0;
      own.difficulty = lies_within(own.action->difficulty, greatest_difficulty) ? static_cast<int>(own.action->difficulty.value) : 0;
      if (!graph_.before[place].empty()) build_on(own, graph_.before[place]);
    }
  }

  /// Nothing is told of what builds on an action that is not rated: its 0 goes on.
  void build_on(ActionIndex& own, const std::vector<std::size_t>& before) const {
    const bool all = own.action->needs == ActionNeed::all;
    const auto probabilities = std::ranges::minmax(before, {}, [&](std::size_t place) { return indices_[place].probability; });
    const auto difficulties = std::ranges::minmax(before, {}, [&](std::size_t place) { return indices_[place].difficulty; });
    const int way = indices_[all ? probabilities.min : probabilities.max].probability;
    const int hardness = indices_[all ? difficulties.max : difficulties.min].difficulty;
    const bool unknown_probability = indices_[probabilities.min].probability == 0, unknown_difficulty = indices_[difficulties.min].difficulty == 0;
    own.probability = unknown_probability ? 0 : std::min(own.probability, way);
    own.difficulty = unknown_difficulty || own.difficulty == 0 ? 0 : std::max(own.difficulty, hardness);
  }

  int likelihood_at(const ActionIndex& own) const {
    if (!advanced_) return own.probability;
    if (own.probability < 1 || own.difficulty < 1) return 0;
    const auto row = static_cast<std::size_t>(own.probability - 1), column = static_cast<std::size_t>(own.difficulty - 1);
    return row < scale_.advanced.size() && column < scale_.advanced[row].size() ? scale_.advanced[row][column] : 0;
  }

  /// The greatest likelihood first, then the most probable, then the least difficult.
  auto ease_of(std::size_t place) const { return std::tuple{likelihood_at(indices_[place]), indices_[place].probability, -indices_[place].difficulty}; }

  void conclude() {
    std::size_t easiest = actions_.size();
    for (std::size_t i = 0; i < actions_.size(); ++i)
      if (indices_[i].last && (easiest == actions_.size() || ease_of(i) > ease_of(easiest))) easiest = i;
    result_.computed = likelihood_at(indices_[easiest]);
    mark_way_to(easiest);
  }

  void mark_way_to(std::size_t end) {
    std::vector<std::size_t> open{end};
    while (!open.empty()) {
      const auto place = open.back();
      open.pop_back();
      if (indices_[place].on_easiest_path) continue;
      indices_[place].on_easiest_path = true;
      const auto& before = graph_.before[place];
      if (before.empty()) continue;
      if (actions_[place]->needs == ActionNeed::all) open.insert(open.end(), before.begin(), before.end());
      else open.push_back(*std::ranges::max_element(before, {}, [&](std::size_t back) { return ease_of(back); }));
    }
  }

  void list_actions() {
    for (const auto place : graph_.order) result_.actions.push_back(indices_[place]);
  }

  const RiskScale& scale_;
  const std::vector<const ElementaryAction*>& actions_;
  ActionGraph graph_;
  Likelihood& result_;
  bool advanced_;
  std::vector<ActionIndex> indices_;
};

} // namespace

Likelihood likelihood_of(const StudyIndex& index, const OperationalScenario& scenario) {
  const auto& scale = index.study().scale;
  Likelihood result;
  result.method = method_of(index, scenario);
  GraphReading reading{scale, index.actions_of(scenario), result};
  reading.read();
  const bool express = result.method == LikelihoodMethod::express;
  if (scenario.likelihood) {
    result.forced = !express;
    if (lies_within(scenario.likelihood, static_cast<int>(scale.likelihood.size()))) result.value = static_cast<int>(scenario.likelihood.value);
    else result.missing = tr("Its likelihood is out of scale.");
  } else if (express) {
    result.missing = tr("Its likelihood was not judged, as the express method asks.");
  } else {
    result.value = result.computed;
    result.missing = reading.why_not();
  }
  return result;
}

int likelihood_of(const StudyIndex& index, const StrategicScenario& scenario) {
  int greatest = 0;
  for (const auto* path : index.paths_of(scenario))
    for (const auto* operational : index.scenarios_of(*path)) greatest = std::max(greatest, likelihood_of(index, *operational).value);
  return greatest;
}

int gravity_of(const StudyIndex& index, const StrategicScenario& scenario) {
  const auto grades = static_cast<int>(index.study().scale.gravity.size());
  if (scenario.gravity) return lies_within(scenario.gravity, grades) ? static_cast<int>(scenario.gravity.value) : 0;
  int gravest = 0;
  for (const auto& reference : scenario.feared_events)
    if (const auto* event = index.feared_events.find(reference); event && event->retention != Retention::set_aside && lies_within(event->gravity, grades))
      gravest = std::max(gravest, static_cast<int>(event->gravity.value));
  return gravest;
}

int gravity_of(const StudyIndex& index, const OperationalScenario& scenario) {
  const auto* path = index.attack_paths.find(scenario.attack_path);
  const auto* strategic = path ? index.strategic_scenarios.find(path->strategic_scenario) : nullptr;
  return strategic ? gravity_of(index, *strategic) : 0;
}

void refuse_cycle(const std::vector<ElementaryAction>& actions, const ElementaryAction& changed) {
  const auto same = [&](const ElementaryAction& action) {
    return changed.id ? action.id == changed.id : reference_key(action.reference) == reference_key(changed.reference);
  };
  std::vector<const ElementaryAction*> graph{&changed};
  for (const auto& action : actions)
    if (!same(action) && reference_key(action.operational_scenario) == reference_key(changed.operational_scenario)) graph.push_back(&action);
  const auto circle = graph_of(graph).circle;
  if (circle.empty()) return;
  std::vector<std::string> references;
  for (const auto place : circle) references.push_back(graph[place]->reference);
  throw Problem{ProblemKind::bad_input, changed.reference, tr("These actions would come after each other in a circle: {1}.", {circle_text(references)}),
                tr("An attack goes forward: take one of them out of what comes before.")};
}

} // namespace hdskit
