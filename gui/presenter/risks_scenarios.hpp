#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/risks_subject.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/page/mapped_drawing.hpp"

#include <string>
#include <string_view>

namespace hdskit::gui {

// Strategic scenarios, their attack paths, and the operational scenarios that carry them out: a tree, and a graph of the chosen one.

/// Keys are subjects: "strategic_scenario:SS1". What belongs to no scenario stands at the end, without a parent.
TreeRows scenario_tree(const RiskMap& map);
/// The first operational scenario, or else the first strategic one; reference "": there is none.
RisksSubject first_scenario(const RiskMap& map);

/// The graph of the scenario that a record belongs to: that of actions for an operational scenario or an action, that of attack paths for the others.
struct ScenarioFigure {
  RisksSubject scenario;       ///< which one is drawn; reference "": none
  std::string title;           ///< “SO1 – Encryption from a maintenance post”
  std::vector<Cell> sentences; ///< gravity; likelihood with its method and why; what to do where nothing can be drawn
  page::MappedDrawing drawing; ///< without regions: nothing to draw
};
ScenarioFigure scenario_figure(const RiskMap& map, const RisksSubject& subject);

/// What a node of that graph stands for.
RisksSubject pointed_record(const ScenarioFigure& figure, const std::string& key);
/// The node that stands for a record; "" when there is none.
std::string node_of(const ScenarioFigure& figure, const RisksSubject& subject);

/// What a new record of `kind` belongs to, made while `subject` is chosen: the strategic scenario of a new path, the operational one of a new action that comes
/// after the chosen one.
Assignments proposed_for(const RiskMap& map, std::string_view kind, const RisksSubject& subject);

} // namespace hdskit::gui
