#include "toolkit/dossier/risk_figures.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/threat.hpp"

#include <array>
#include <map>
#include <unordered_map>

namespace hdskit {
namespace {

using page::GraphSpec;
using Tone = GraphSpec::Tone;

enum class Place { source, ecosystem, events, feared, values };
constexpr std::array<const char*, 5> titles = {marked("Risk source"), marked("Ecosystem"), marked("Intermediate events"), marked("Feared events"),
                                               marked("Business values")};
constexpr const char* grave_sign = "▲";

class PathGraph {
public:
  explicit PathGraph(const StudyIndex& index) : index_{index} {}

  GraphSpec of(const StrategicScenario& scenario) {
    const auto source = add_source(scenario);
    const auto feared = add_feared_events(scenario);
    const auto& paths = index_.paths_of(scenario);
    for (const auto* path : paths) add_path(*path, source, feared);
    if (paths.empty() && !source.empty())
      for (const auto& event : feared) connect(source, event, {});
    number_columns();
    return std::move(spec_);
  }

private:
  std::string add(Place place, GraphSpec::Node node) {
    auto key = node.key;
    if (!places_.emplace(key, place).second) return key;
    spec_.nodes.push_back(std::move(node));
    return key;
  }

  void connect(const std::string& from, const std::string& to, const std::string& label) {
    const auto [at, is_new] = edges_.emplace(from + "\n" + to, spec_.edges.size());
    if (is_new) {
      spec_.edges.push_back({from, to, label, false, Tone::plain});
      return;
    }
    auto& said = spec_.edges[at->second].label; // paths that share a piece of the way
    if (!label.empty()) said += (said.empty() ? "" : ", ") + label;
  }

  std::string add_source(const StrategicScenario& scenario) {
    const auto* pair = index_.source_objectives.find(scenario.source_objective);
    if (!pair) return {};
    return add(Place::source, {.key = "source_objective:" + pair->reference,
                               .title = pair->source,
                               .detail = pair->objective,
                               .name = tr("{1}, {2}, aims at: {3}", {pair->reference, pair->source, pair->objective}),
                               .tone = Tone::accent,
                               .form = GraphSpec::Form::round,
                               .symbol = {}});
  }

  /// Red for the last grade or zone, orange for the one before; with a sign, so that colour says nothing alone.
  static Tone tone_of(std::size_t rank, std::size_t ranks) {
    if (rank == 0) return Tone::plain;
    return rank >= ranks ? Tone::danger : rank + 1 == ranks ? Tone::warning : Tone::plain;
  }

  std::vector<std::string> add_feared_events(const StrategicScenario& scenario) {
    const auto& scale = index_.study().scale;
    std::vector<std::string> keys;
    for (const auto& reference : scenario.feared_events) {
      const auto* event = index_.feared_events.find(reference);
      if (!event) continue;
      const auto gravity = event->gravity.value;
      const auto tone = tone_of(static_cast<std::size_t>(gravity), scale.gravity.size());
      keys.push_back(add(Place::feared, {.key = "feared_event:" + event->reference,
                                         .title = event->reference + " " + event->name,
                                         .detail = gravity == 0 ? std::string{} : tr("gravity {1}", {grade_text(scale.gravity, gravity)}),
                                         .name = tr("{1}, {2}, gravity {3}", {event->reference, event->name, grade_text(scale.gravity, gravity)}),
                                         .tone = tone,
                                         .symbol = tone == Tone::danger ? grave_sign : ""}));
      add_business_value(*event, keys.back());
    }
    return keys;
  }

  void add_business_value(const FearedEvent& event, const std::string& from) {
    const auto* value = index_.business_values.find(event.business_value);
    if (!value) return;
    connect(from,
            add(Place::values, {.key = "business_value:" + value->reference,
                                .title = value->reference + " " + value->name,
                                .detail = {},
                                .name = tr("business value {1}, {2}", {value->reference, value->name}),
                                .form = GraphSpec::Form::round,
                                .symbol = {}}),
            {});
  }

  std::string add_stakeholder(const Stakeholder& party) {
    const auto& scale = index_.study().scale;
    const auto threat = threat_of(party);
    const auto zone = threat ? zone_of(scale, *threat) : std::nullopt;
    const auto tone = zone ? tone_of(*zone + 1, scale.zones.size()) : Tone::plain;
    const auto detail = threat ? tr("threat {1}, {2}", {threat_text(*threat), zone_text(scale, *threat)}) : std::string{};
    return add(Place::ecosystem, {.key = "stakeholder:" + party.reference,
                                  .title = party.reference + " " + party.name,
                                  .detail = detail,
                                  .name = party.reference + ", " + party.name + (detail.empty() ? "" : ", " + detail),
                                  .tone = tone,
                                  .symbol = tone == Tone::danger ? grave_sign : ""});
  }

  void add_path(const AttackPath& path, const std::string& source, const std::vector<std::string>& feared) {
    auto from = source;
    auto label = path.reference;
    const auto go = [&](const std::string& to) {
      if (!from.empty()) connect(from, to, label), label.clear();
      from = to;
    };
    for (const auto& reference : path.stakeholders)
      if (const auto* party = index_.stakeholders.find(reference)) go(add_stakeholder(*party));
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      const auto key = "attack_path:" + path.reference + "/" + std::to_string(i + 1);
      go(add(Place::events, {.key = key,
                             .title = path.steps[i],
                             .detail = {},
                             .name = tr("{1}, event {2}: {3}", {path.reference, std::to_string(i + 1), path.steps[i]}),
                             .symbol = {}}));
    }
    if (from.empty()) return;
    for (const auto& event : feared) connect(from, event, label);
  }

  /// Only the columns in which something stands.
  void number_columns() {
    std::map<Place, std::size_t> columns;
    for (const auto& [key, place] : places_) columns[place] = 0;
    for (auto& [place, column] : columns) {
      column = spec_.columns.size();
      spec_.columns.push_back(tr(titles[static_cast<std::size_t>(place)]));
    }
    for (auto& node : spec_.nodes) node.column = columns.at(places_.at(node.key));
  }

  const StudyIndex& index_;
  std::unordered_map<std::string, Place> places_;
  std::unordered_map<std::string, std::size_t> edges_;
  GraphSpec spec_;
};

} // namespace

page::GraphSpec path_graph(const StudyIndex& index, const StrategicScenario& scenario) { return PathGraph{index}.of(scenario); }

} // namespace hdskit
