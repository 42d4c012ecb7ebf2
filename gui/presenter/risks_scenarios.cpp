#include "gui/presenter/risks_scenarios.hpp"

#include "gui/presenter/risks_likelihood.hpp"
#include "gui/presenter/risks_records.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/risk/likelihood.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr std::string_view strategic_kind = "strategic_scenario", path_kind = "attack_path", operational_kind = "operational_scenario",
                           action_kind = "elementary_action";
constexpr char joint_sign = '&', step_sign = '/';

std::string key_of(std::string_view kind, const std::string& reference) { return std::string{kind} + ":" + reference; }
template <typename Record> std::string titled(const Record& record) { return record.reference + "\u00A0– " + record.name; }

// ---- the tree

class ScenarioTree {
public:
  explicit ScenarioTree(const RiskMap& map) : map_{map} {}

  TreeRows rows() {
    const auto& study = map_.study;
    for (const auto& scenario : study.strategic_scenarios) {
      const auto place = add(TreeNode::none, scenario, gravity_of(map_.index, scenario), likelihood_of(map_.index, scenario));
      for (const auto* path : map_.index.paths_of(scenario)) add_path(place, *path);
    }
    for (const auto& path : study.attack_paths)
      if (!map_.index.strategic_scenarios.find(path.strategic_scenario)) add_path(TreeNode::none, path);
    for (const auto& scenario : study.operational_scenarios)
      if (!map_.index.attack_paths.find(scenario.attack_path)) add_operational(TreeNode::none, scenario);
    return std::move(tree_);
  }

private:
  template <typename Record> std::size_t add(std::size_t parent, const Record& record, int gravity, int likelihood) {
    const auto grade = [](int value) { return value == 0 ? Cell{"–", Tone::faint} : Cell{std::to_string(value)}; };
    tree_.nodes.push_back({key_of(Record::type().kind, record.reference), parent, {{titled(record)}, grade(gravity), grade(likelihood)}});
    return tree_.nodes.size() - 1;
  }
  void add_operational(std::size_t parent, const OperationalScenario& scenario) {
    add(parent, scenario, gravity_of(map_.index, scenario), likelihood_of(map_.index, scenario).value);
  }
  void add_path(std::size_t parent, const AttackPath& path) {
    const auto place = add(parent, path, 0, 0);
    tree_.nodes[place].cells[1] = tree_.nodes[place].cells[2] = {};
    for (const auto* scenario : map_.index.scenarios_of(path)) add_operational(place, *scenario);
  }

  const RiskMap& map_;
  TreeRows tree_{{{tr("Scenario")}, {tr("G"), CellKind::number}, {tr("V"), CellKind::number}}, {}};
};

// ---- the graph

const OperationalScenario* operational_of(const RiskMap& map, const RisksSubject& subject) {
  if (subject.kind == operational_kind) return map.index.operational_scenarios.find(subject.reference);
  if (subject.kind != action_kind) return nullptr;
  const auto& actions = map.study.elementary_actions;
  const auto action = std::ranges::find(actions, subject.reference, &ElementaryAction::reference);
  return action == actions.end() ? nullptr : map.index.operational_scenarios.find(action->operational_scenario);
}

const StrategicScenario* strategic_of(const RiskMap& map, const RisksSubject& subject) {
  if (subject.kind == strategic_kind) return map.index.strategic_scenarios.find(subject.reference);
  if (subject.kind != path_kind) return nullptr;
  const auto* path = map.index.attack_paths.find(subject.reference);
  return path ? map.index.strategic_scenarios.find(path->strategic_scenario) : nullptr;
}

void draw(ScenarioFigure& figure, const page::GraphSpec& spec) {
  if (too_large(spec))
    figure.sentences.push_back({tr("The graph is too large to be drawn; the tree and the list in the tab “Workshops” have all of it."), Tone::warning});
  else figure.drawing = page::draw_graph(spec);
}

ScenarioFigure figure_of(const RiskMap& map, const OperationalScenario& scenario) {
  ScenarioFigure figure{{std::string{operational_kind}, scenario.reference}, titled(scenario), {}, {}};
  const auto& scale = map.study.scale;
  const auto likelihood = likelihood_of(map.index, scenario);
  const int gravity = gravity_of(map.index, scenario);
  if (gravity > 0) figure.sentences.push_back({tr("Gravity: {1}, that of its strategic scenario", {grade_text(scale.gravity, gravity)})});
  for (auto& line : likelihood_in_words(scale, scenario, likelihood)) figure.sentences.push_back(std::move(line));
  if (map.index.actions_of(scenario).empty())
    figure.sentences.push_back({tr("Press “New action” to describe how the attack would be carried out: the graph draws itself."), Tone::faint});
  else draw(figure, action_graph(map.index, scenario, likelihood));
  return figure;
}

ScenarioFigure figure_of(const RiskMap& map, const StrategicScenario& scenario) {
  ScenarioFigure figure{{std::string{strategic_kind}, scenario.reference}, titled(scenario), {}, {}};
  const auto& scale = map.study.scale;
  const int gravity = gravity_of(map.index, scenario), likelihood = likelihood_of(map.index, scenario);
  const auto spec = path_graph(map.index, scenario);
  figure.sentences.push_back(gravity == 0 ? Cell{"⚠ " + tr("Gravity: none of its feared events is rated"), Tone::warning}
                                          : Cell{tr("Gravity: {1}, that of its gravest feared event", {grade_text(scale.gravity, gravity)})});
  if (scenario.gravity) figure.sentences.back().text = tr("Gravity: {1}, forced by a person", {grade_text(scale.gravity, gravity)});
  figure.sentences.push_back(likelihood == 0
                                 ? Cell{tr("Likelihood: no operational scenario gives one yet"), Tone::faint}
                                 : Cell{tr("Likelihood: {1}, the greatest of its operational scenarios", {grade_text(scale.likelihood, likelihood)})});
  if (spec.nodes.empty()) figure.sentences.push_back({tr("Name its source, its feared events and its attack paths: the graph draws itself."), Tone::faint});
  else draw(figure, spec);
  return figure;
}

} // namespace

TreeRows scenario_tree(const RiskMap& map) { return ScenarioTree{map}.rows(); }

RisksSubject first_scenario(const RiskMap& map) {
  if (!map.study.operational_scenarios.empty()) return {std::string{operational_kind}, map.study.operational_scenarios.front().reference};
  if (!map.study.strategic_scenarios.empty()) return {std::string{strategic_kind}, map.study.strategic_scenarios.front().reference};
  return {};
}

ScenarioFigure scenario_figure(const RiskMap& map, const RisksSubject& subject) {
  if (const auto* operational = operational_of(map, subject)) return figure_of(map, *operational);
  if (const auto* strategic = strategic_of(map, subject)) return figure_of(map, *strategic);
  if (!first_scenario(map).reference.empty()) return {{}, tr("No scenario is chosen"), {{tr("Choose one in the tree."), Tone::faint}}, {}};
  return {{},
          tr("No scenario is described yet"),
          {{tr("Let a risk of the register grow into a scenario, or press “New scenario”: source, feared events, then the ways through the ecosystem."),
            Tone::faint}},
          {}};
}

RisksSubject pointed_record(const ScenarioFigure& figure, const std::string& key) {
  if (figure.scenario.kind == operational_kind) return {std::string{action_kind}, !key.empty() && key.front() == joint_sign ? key.substr(1) : key};
  const auto colon = key.find(':');
  if (colon == std::string::npos) return {};
  RisksSubject subject{key.substr(0, colon), key.substr(colon + 1)};
  if (subject.kind == path_kind) subject.reference = subject.reference.substr(0, subject.reference.rfind(step_sign)); // a step of the path
  return subject;
}

std::string node_of(const ScenarioFigure& figure, const RisksSubject& subject) {
  const auto found = std::ranges::find_if(figure.drawing.regions, [&](const page::Region& region) { return pointed_record(figure, region.key) == subject; });
  if (found == figure.drawing.regions.end()) return {};
  return figure.scenario.kind == operational_kind ? subject.reference : found->key;
}

Assignments proposed_for(const RiskMap& map, std::string_view kind, const RisksSubject& subject) {
  const auto* operational = operational_of(map, subject);
  if (kind == action_kind) {
    if (!operational) return {};
    Assignments proposed{{"operational_scenario", operational->reference}};
    if (subject.kind == action_kind) proposed.emplace_back("after", subject.reference);
    return proposed;
  }
  if (kind == operational_kind) {
    if (subject.kind == path_kind) return {{"attack_path", subject.reference}};
    if (operational && !operational->attack_path.empty()) return {{"attack_path", operational->attack_path}};
    return {};
  }
  if (kind != path_kind) return {};
  const auto* path = operational ? map.index.attack_paths.find(operational->attack_path) : nullptr;
  const auto* strategic = path ? map.index.strategic_scenarios.find(path->strategic_scenario) : strategic_of(map, subject);
  return strategic ? Assignments{{"strategic_scenario", strategic->reference}} : Assignments{};
}

} // namespace hdskit::gui
