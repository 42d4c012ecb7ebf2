#pragma once

#include "toolkit/continuity/chain_rules.hpp"
#include "toolkit/continuity/critical_path.hpp"
#include "toolkit/page/timeline_figure.hpp"

namespace hdskit {

// The figures of continuity: what page::draw_graph and page::draw_timeline draw on paper and in the window. Words of the program are in the language of the
// thread (LanguageScope). Pure.

/// The way of one finding, from the promise down to what breaks it, the way itself strong. Nodes and their regions are keyed by reference. What breaks the
/// promise is red with "▲", what cannot be relied on otherwise orange with "△". Empty when the way has fewer than two nodes of the dependencies.
page::GraphSpec finding_spec(const Continuity& continuity, const ChainFinding& finding);

/// Whether a finding says that a promise is broken, rather than that something is missing or unproven.
bool breaks_a_promise(const ChainFinding& finding);

/// The steps of a plan over time, its critical path strong. Bars are keyed by the reference of the step. Without bars when its steps lead in a circle.
page::TimelineSpec timeline_spec(const PlanSchedule& schedule);

/// "4 h": as people say it, "–" when there is none.
std::string minutes_text(const std::optional<Minutes>& minutes);

} // namespace hdskit
