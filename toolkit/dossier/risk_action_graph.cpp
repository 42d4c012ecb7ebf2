#include "toolkit/dossier/risk_figures.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace hdskit {
namespace {

using page::GraphSpec;

const char* phase_title(AttackPhase phase) {
  switch (phase) {
    case AttackPhase::know: return marked("Know");
    case AttackPhase::enter: return marked("Enter");
    case AttackPhase::find: return marked("Find");
    case AttackPhase::exploit: break;
  }
  return marked("Exploit");
}

constexpr const char* way_sign = "►"; // said beside the colour

class ActionGraph {
public:
  ActionGraph(const StudyIndex& index, const OperationalScenario& scenario, const Likelihood& likelihood)
      : index_{index}, actions_{index.actions_of(scenario)}, likelihood_{likelihood} {
    for (const auto& found : likelihood.actions)
      if (found.action) indices_.emplace(reference_key(found.action->reference), &found);
  }

  GraphSpec made() {
    add_columns();
    for (const auto* action : actions_)
      if (known_.emplace(reference_key(action->reference), action).second) spec_.nodes.push_back(node_of(*action));
    for (const auto* action : actions_)
      if (known_.at(reference_key(action->reference)) == action) add_edges(*action); // a reference that stands twice is drawn once; the linter names it
    return std::move(spec_);
  }

private:
  void add_columns() {
    for (const auto* action : actions_) columns_[action->phase] = 0;
    for (auto& [phase, column] : columns_) {
      column = spec_.columns.size();
      spec_.columns.push_back(tr(phase_title(phase)));
    }
  }

  const ActionIndex* found(const ElementaryAction& action) const {
    const auto at = indices_.find(reference_key(action.reference));
    return at == indices_.end() ? nullptr : at->second;
  }
  bool easiest(const ElementaryAction& action) const {
    const auto* index = found(action);
    return index && index->on_easiest_path;
  }

  static std::string rating_text(const char* alone, const char* cumulated, Rating own, int sum) {
    if (!own) return {};
    return sum == 0 ? tr(alone, {std::to_string(own.value)}) : tr(cumulated, {std::to_string(own.value), std::to_string(sum)});
  }

  std::string detail_of(const ElementaryAction& action) const {
    if (likelihood_.method == LikelihoodMethod::express) return {};
    const auto* index = found(action);
    auto text = rating_text(marked("probability {1}"), marked("probability {1}, cumulated {2}"), action.probability, index ? index->probability : 0);
    if (likelihood_.method != LikelihoodMethod::advanced) return text;
    const auto difficulty = rating_text(marked("difficulty {1}"), marked("difficulty {1}, cumulated {2}"), action.difficulty, index ? index->difficulty : 0);
    return text.empty() || difficulty.empty() ? text + difficulty : text + "; " + difficulty;
  }

  std::string read_aloud(const ElementaryAction& action) const {
    std::vector<std::string> parts{action.reference + " " + action.name, tr(phase_title(action.phase))};
    if (const auto* asset = index_.supporting_assets.find(action.supporting_asset)) parts.push_back(tr("on {1}", {asset->name}));
    if (auto detail = detail_of(action); !detail.empty()) parts.push_back(std::move(detail));
    if (easiest(action)) parts.push_back(tr("on the easiest path"));
    return joined(parts, ", ");
  }

  GraphSpec::Node node_of(const ElementaryAction& action) const {
    const auto* index = found(action);
    const bool way = index && index->on_easiest_path;
    return {.key = action.reference,
            .title = action.reference + " " + action.name,
            .detail = detail_of(action),
            .name = read_aloud(action),
            .tone = !way          ? GraphSpec::Tone::plain
                    : index->last ? GraphSpec::Tone::danger
                                  : GraphSpec::Tone::warning,
            .form = GraphSpec::Form::box,
            .symbol = way ? way_sign : "",
            .column = columns_.at(action.phase)};
  }

  void connect(const std::string& from, const std::string& to, bool strong) {
    spec_.edges.push_back({from, to, {}, strong, strong ? GraphSpec::Tone::danger : GraphSpec::Tone::plain});
  }

  void add_edges(const ElementaryAction& action) {
    std::vector<const ElementaryAction*> before;
    for (const auto& reference : action.after)
      if (const auto at = known_.find(reference_key(reference)); at != known_.end() && std::find(before.begin(), before.end(), at->second) == before.end())
        before.push_back(at->second);
    auto target = action.reference;
    if (before.size() > 1) {
      target = "&" + action.reference;
      add_joint(action, target);
      connect(target, action.reference, easiest(action));
    }
    for (const auto* earlier : before) connect(earlier->reference, target, easiest(action) && easiest(*earlier));
  }

  void add_joint(const ElementaryAction& action, const std::string& key) {
    const bool all = action.needs == ActionNeed::all;
    spec_.nodes.push_back(
        {.key = key,
         .title = all ? tr("AND") : tr("OR"),
         .detail = {},
         .name = all ? tr("{1} needs all of what comes before", {action.reference}) : tr("{1} needs one of what comes before", {action.reference}),
         .form = GraphSpec::Form::diamond,
         .symbol = {},
         .column = columns_.at(action.phase)});
  }

  const StudyIndex& index_;
  const std::vector<const ElementaryAction*>& actions_;
  const Likelihood& likelihood_;
  std::unordered_map<std::string, const ActionIndex*> indices_;
  std::unordered_map<std::string, const ElementaryAction*> known_;
  std::map<AttackPhase, std::size_t> columns_;
  GraphSpec spec_;
};

} // namespace

page::GraphSpec action_graph(const StudyIndex& index, const OperationalScenario& scenario, const Likelihood& likelihood) {
  return ActionGraph{index, scenario, likelihood}.made();
}

page::GraphSpec action_graph(const StudyIndex& index, const OperationalScenario& scenario) {
  return action_graph(index, scenario, likelihood_of(index, scenario));
}

bool too_large(const page::GraphSpec& graph) { return graph.nodes.size() > 2'000 || graph.edges.size() > 10'000; } // as draw_graph

} // namespace hdskit
