#pragma once

#include "toolkit/page/mapped_drawing.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/likelihood.hpp"

#include <string_view>

namespace hdskit {

// The figures of a risk study: what page::draw_* draws on paper, in pictures and in the window. Titles and names are in the language of the thread
// (LanguageScope); what people recorded stays as it is. Pure.

/// The heat map of the initial or of the residual risks. Bubbles are keyed by the reference of the risk; `chosen` (a reference) is drawn strong and always
/// among the bubbles. At most page::most_bubbles_shown bubbles a cell, the others are counted in `more`. Linear in the number of cells.
page::RiskMatrixSpec matrix_spec(const StudyIndex& index, const RiskMatrix& matrix, bool residual, std::string_view chosen = {});

/// The radar of the ecosystem, now or once the measures are there. Points are keyed by the reference of the stakeholder; sectors are the categories that
/// occur. Stakeholders of whom one grade is missing are not there.
page::RadarSpec radar_spec(const Study& study, bool residual);
/// Whether draw_radar has something to show.
bool has_radar(const Study& study);

/// The elementary actions of an operational scenario, the phases as columns. An action is keyed by its reference, the joint before it (AND, OR where several
/// actions come before) by "&" and the reference. The detail tells probability and, in the advanced method, difficulty: its own, then cumulated; the easiest
/// path is strong. A circle of actions is drawn without cumulated values.
page::GraphSpec action_graph(const StudyIndex& index, const OperationalScenario& scenario);
page::GraphSpec action_graph(const StudyIndex& index, const OperationalScenario& scenario, const Likelihood& likelihood); ///< found already

/// A strategic scenario from its source over the stakeholders and intermediate events of its attack paths to feared events and business values. Nodes are
/// keyed by kind and reference: "source_objective:SR1", "stakeholder:PP2", "attack_path:CA1/2" (its second step), "feared_event:ER3", "business_value:VM1".
page::GraphSpec path_graph(const StudyIndex& index, const StrategicScenario& scenario);

/// Whether draw_graph would refuse it for its number of nodes or edges.
bool too_large(const page::GraphSpec& graph);

/// "4 – Critique": a grade with its word, "–" when it is not rated, the figure alone when it is out of scale.
std::string grade_text(const std::vector<ScaleWord>& words, std::int64_t grade);
/// "Élevé": the word of a level; "–" when it is not known, the figure when it is out of scale.
std::string level_text(const RiskScale& scale, int level);
/// "2,67": a threat as the language writes it, at most two decimals.
std::string threat_text(double threat);
/// The zone of a threat in words; below the first one "out of the perimeter".
std::string zone_text(const RiskScale& scale, double threat);

} // namespace hdskit
