#include "toolkit/dossier/risk_map.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/page/markdown.hpp"
#include "toolkit/page/style.hpp"
#include "toolkit/risk/threat.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

constexpr std::size_t most_nodes_on_paper = 60;
constexpr double least_scale = 0.45; // below it eight points are less than four: nobody reads them
constexpr double narrow_room = 66;   // points; so that five columns keep letters of about seven
constexpr double most_height = 560;  // points; a figure and its heading share a page

/// Graphs for paper: as large as the text is wide, none that could not be read there.
class PaperGraphs {
public:
  /// Whether the figure `name` was drawn.
  bool draw(const std::string& name, page::GraphSpec graph) {
    if (figures_.size() >= most_drawn_scenarios || graph.nodes.empty() || graph.nodes.size() > most_nodes_on_paper) return false;
    if (graph.columns.size() > 4) graph.text_room = narrow_room;
    auto drawn = page::draw_graph(graph);
    const double factor = std::min({1.0, page::Style{}.text_width() / drawn.drawing.width, most_height / drawn.drawing.height});
    if (factor < least_scale) return false;
    if (factor < 1) drawn = page::scaled(std::move(drawn), factor);
    figures_.emplace(name, page::Figure{std::move(drawn.drawing), std::move(drawn.alternative), {}});
    return true;
  }
  page::NamedFigures take() { return std::move(figures_); }

private:
  page::NamedFigures figures_;
};

std::string method_text(LikelihoodMethod method) {
  switch (method) {
    case LikelihoodMethod::express: return "expresse (jugement d’ensemble)";
    case LikelihoodMethod::standard: return "standard (probabilité de succès des actions)";
    case LikelihoodMethod::advanced: break;
  }
  return "avancée (probabilité et difficulté des actions)";
}

/// "3", or with the advanced method "P3 D2": probability and difficulty.
std::string rated(const Likelihood& likelihood, std::int64_t probability, std::int64_t difficulty) {
  const auto number = [](std::int64_t value) { return value == 0 ? std::string{"–"} : std::to_string(value); };
  return likelihood.method == LikelihoodMethod::advanced ? "P" + number(probability) + "\u00A0D" + number(difficulty) : number(probability);
}

Words action_words(const RiskMap& map, const ElementaryAction& action, const Likelihood& likelihood) {
  const auto found = std::ranges::find(likelihood.actions, &action, &ActionIndex::action);
  const bool known = found != likelihood.actions.end();
  const auto* asset = map.index.supporting_assets.find(action.supporting_asset);
  auto after = listed(action.after);
  if (action.after.size() > 1) after += action.needs == ActionNeed::all ? " (toutes)" : " (l’une d’elles)";
  return record_words(action)
      .set("asset_text", asset ? asset->reference + "\u00A0" + asset->name : or_dash(action.supporting_asset))
      .set("after_text", after)
      .set("rated", rated(likelihood, action.probability.value, action.difficulty.value))
      .set("cumulated", rated(likelihood, known ? found->probability : 0, known ? found->difficulty : 0))
      .flag("easiest", known && found->on_easiest_path);
}

Words operational_words(const RiskMap& map, const OperationalScenario& scenario, std::size_t number, PaperGraphs& graphs) {
  const auto likelihood = likelihood_of(map.index, scenario);
  const auto& scale = map.study.scale;
  const auto figure = "actions-" + scenario.reference;
  const auto& actions = map.index.actions_of(scenario);
  const bool drawn = !actions.empty() && graphs.draw(figure, action_graph(map.index, scenario, likelihood));
  Words::List rows;
  if (actions.size() <= most_nodes_on_paper)
    for (const auto* action : actions) rows.push_back(action_words(map, *action, likelihood));
  const auto* path = map.index.attack_paths.find(scenario.attack_path);
  std::vector<std::string> measures;
  for (const auto* measure : map.index.measures_of_scenario(scenario.reference)) measures.push_back(measure->reference + "\u00A0" + measure->name);
  return record_words(scenario)
      .set("anchor", "scenario-operationnel-" + std::to_string(number))
      .set("path_text", path ? path->reference + "\u00A0" + path->name : or_dash(scenario.attack_path))
      .set("gravity_text", grade_text(scale.gravity, gravity_of(map.index, scenario)))
      .set("likelihood_text", grade_text(scale.likelihood, likelihood.value))
      .set("method_text", method_text(likelihood.method))
      .set("missing", likelihood.missing)
      .flag("has_missing", !likelihood.missing.empty())
      .flag("forced", likelihood.forced)
      .set("computed_text", grade_text(scale.likelihood, likelihood.computed))
      .set("description_prose", page::prose_as_markdown(scenario.description))
      .set("justification_prose", page::prose_as_markdown(scenario.justification))
      .set("figure", figure)
      .flag("has_figure", drawn)
      .flag("advanced", likelihood.method == LikelihoodMethod::advanced)
      .flag("has_actions", !rows.empty())
      .list("actions", std::move(rows))
      .set("measures_text", listed(measures))
      .flag("has_measures", !measures.empty());
}

Words path_words(const RiskMap& map, const AttackPath& path) {
  std::vector<std::string> parties, operational;
  for (const auto& reference : path.stakeholders) {
    const auto* party = map.index.stakeholders.find(reference);
    parties.push_back(party ? party->reference + "\u00A0" + party->name : reference);
  }
  for (const auto* scenario : map.index.scenarios_of(path)) operational.push_back(scenario->reference);
  return record_words(path)
      .set("stakeholders_text", parties.empty() ? "–" : joined(parties, ", puis "))
      .set("steps_text", path.steps.empty() ? "–" : joined(path.steps, "\u00A0; puis "))
      .set("operational_text", listed(operational));
}

Words strategic_words(const RiskMap& map, const StrategicScenario& scenario, std::size_t number, PaperGraphs& graphs) {
  const auto& scale = map.study.scale;
  const auto figure = "scenario-" + scenario.reference;
  const bool drawn = graphs.draw(figure, path_graph(map.index, scenario));
  const auto* pair = map.index.source_objectives.find(scenario.source_objective);
  Words::List paths;
  for (const auto* path : map.index.paths_of(scenario)) paths.push_back(path_words(map, *path));
  return record_words(scenario)
      .set("anchor", "scenario-strategique-" + std::to_string(number))
      .set("source_text", pair ? pair->reference + "\u00A0" + pair->source + " – " + pair->objective : or_dash(scenario.source_objective))
      .set("feared_text", listed(scenario.feared_events))
      .set("gravity_text", grade_text(scale.gravity, gravity_of(map.index, scenario)))
      .set("likelihood_text", grade_text(scale.likelihood, likelihood_of(map.index, scenario)))
      .set("description_prose", page::prose_as_markdown(scenario.description))
      .set("figure", figure)
      .flag("has_figure", drawn)
      .flag("has_paths", !paths.empty())
      .list("paths", std::move(paths));
}

} // namespace

Words scenario_words(const RiskMap& map) {
  PaperGraphs graphs;
  Words::List strategic, operational;
  for (const auto& scenario : map.study.strategic_scenarios) strategic.push_back(strategic_words(map, scenario, strategic.size() + 1, graphs));
  for (const auto& scenario : map.study.operational_scenarios) operational.push_back(operational_words(map, scenario, operational.size() + 1, graphs));
  Words words;
  words.flag("has_strategic", !strategic.empty()).flag("has_operational", !operational.empty());
  words.list("strategic", std::move(strategic)).list("operational", std::move(operational));
  for (auto& [name, figure] : graphs.take()) words.draw(name, figure);
  return words;
}

} // namespace hdskit::chapters
