#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/continuity_map.hpp"
#include "gui/presenter/rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// What is promised of activities, services and what they run on, and whether it can be kept.

/// The graver, the greater.
enum class PromiseState {
  nothing,  ///< nobody promises anything
  kept,     ///< nothing speaks against it
  unproven, ///< not tried in twelve months
  at_risk,  ///< something is missing without which it may fail
  not_kept, ///< what is planned, measured or saved contradicts it
};
PromiseState state_of_rule(std::string_view rule); ///< kept is never the answer
PromiseState promise_state(const ContinuityMap& map, std::size_t node);
Cell promise_cell(PromiseState state);   ///< “✖ not kept”
std::string_view kind_of(NodeKind kind); ///< word of the record: "service"

/// How long it takes by the plans until the node is back, the fastest recovery plan that names it; and the greatest that was measured, in a restore or in the
/// last exercise that covered it.
std::optional<Minutes> planned_time(const ContinuityMap& map, const DependencyNode& node);
std::optional<Minutes> measured_time(const ContinuityMap& map, const DependencyNode& node);
Cell minutes_cell(const std::optional<Minutes>& minutes); ///< “4 h”, “–”

/// Activities, then hosted services, in the order recorded: objectives, times, state. `words`: only those that hold them all.
ListRows promise_rows(const ContinuityMap& map, std::string_view words = {});
/// “12 of 27 promises are kept, 3 are not …”, or what to do first.
Cell promises_sentence(const ContinuityMap& map);

/// What the check found about a record, a sentence each with its symbol; the way that shows why follows where the sentence does not tell it. The first few,
/// then how many more.
std::vector<Cell> findings_in_words(const ContinuityMap& map, std::string_view kind, std::string_view reference);
Cell finding_cell(const ChainFinding& finding);
/// “ACT1 → DPI → SV1”; the middle of a long way is left out.
std::string way_in_words(const std::vector<std::string>& path);

} // namespace hdskit::gui
