#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/continuity_map.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/page/mapped_drawing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// Plans as ordered steps with their critical path.

/// Reference, title, state, planned recovery time, kind.
ListRows plan_rows(const ContinuityMap& map);
/// The steps of a plan by planned start: start, end, slack, whether they are critical. Steps in a circle stand in the order recorded, without times.
ListRows step_rows(const ContinuityMap& map, const ContinuityPlan& plan);
/// Planned recovery time and critical path, or why there is none; what is missing.
std::vector<Cell> plan_sentences(const ContinuityMap& map, const ContinuityPlan& plan);

/// A bar for each step on an axis from the activation of the plan; critical ones strong, slack as a thin line behind. Empty when no step has a duration.
/// Keys are those of the rows.
page::MappedDrawing schedule_figure(const ContinuityMap& map, const ContinuityPlan& plan, double width);

/// “T + 1 h 30”: a moment after the activation.
std::string moment_in_words(Minutes since);

} // namespace hdskit::gui
