#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/chain_view.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// Components are proven by their restore tests; activities, services and plans by exercises.
bool is_to_be_exercised(const ExerciseCoverage& covered) { return covered.kind != Component::type().kind; }

/// The last held exercise that measured something of each node; later ones set earlier results aside.
std::vector<const Exercise*> last_measures(const ChainView& view, std::optional<Minutes> Exercise::*achieved) {
  std::vector<const Exercise*> last(view.graph.nodes().size());
  for (const auto& exercise : view.continuity.exercises) {
    if (!was_held(exercise, view.today) || !(exercise.*achieved)) continue;
    for (const auto& reference : exercise.covers)
      if (const auto node = view.graph.find(reference); node != DependencyGraph::none && (!last[node] || *last[node]->held_on <= *exercise.held_on))
        last[node] = &exercise;
  }
  return last;
}

struct Measure {
  std::optional<Minutes> Exercise::*achieved;
  std::optional<Minutes> (ChainView::*objective)(std::size_t) const;
  HeldPromise (ChainView::*held)(std::size_t) const;
  const char* sentence;
};
constexpr Measure measures[] = {
    {&Exercise::achieved_rto, &ChainView::rto_of, &ChainView::held_rto, marked("In the exercise {1}, {2} was back after {3}; {4} promises {5}: {6}.")},
    {&Exercise::achieved_rpo, &ChainView::rpo_of, &ChainView::held_rpo, marked("In the exercise {1}, {2} lost {3} of data; {4} may lose at most {5}: {6}.")}};

void tell_missed(const ChainView& view, ChainReport& report, const Measure& measure, const Exercise& exercise, std::size_t node) {
  const auto objective = (view.*measure.objective)(node);
  const auto achieved = *(exercise.*measure.achieved);
  if (!objective || achieved <= *objective) return;
  const auto held = (view.*measure.held)(node);
  auto path = references_of(view, held.way);
  path.push_back(exercise.reference);
  report.add(exercise,
             tr(measure.sentence,
                {named(exercise), named(view.node(node)), shown(achieved), named(view.node(held.way.front())), shown(held.minutes), way_text(view, held.way)}),
             std::move(path));
}

bool is_open(const CorrectiveAction& correction) { return correction.state != CorrectionState::done; }

} // namespace

void find_never_exercised(const ChainView& view, ChainReport& report) {
  for (const auto& covered : view.exercised)
    if (is_to_be_exercised(covered) && !covered.last)
      report.add(covered.kind, covered.reference,
                 covered.next ? tr("{1} was never exercised; an exercise is planned on {2}.", {named(covered.reference, covered.name), tr_date(*covered.next)})
                              : tr("{1} was never exercised, and no exercise is planned.", {named(covered.reference, covered.name)}));
}

void find_exercised_long_ago(const ChainView& view, ChainReport& report) {
  for (const auto& covered : view.exercised)
    if (is_to_be_exercised(covered) && covered.last && !covered.proven)
      report.add(
          covered.kind, covered.reference,
          tr("{1} was last exercised on {2}: nothing of the last twelve months proves it.", {named(covered.reference, covered.name), tr_date(*covered.last)}));
}

void find_achieved_above_objective(const ChainView& view, ChainReport& report) {
  for (const auto& measure : measures) {
    const auto last = last_measures(view, measure.achieved);
    for (const auto& exercise : view.continuity.exercises)
      for (std::size_t node = 0; node < last.size(); ++node)
        if (last[node] == &exercise) tell_missed(view, report, measure, exercise, node);
  }
}

void find_corrections_without_owner(const ChainView& view, ChainReport& report) {
  for (const auto& correction : view.continuity.corrections)
    if (is_open(correction) && trimmed(correction.owner).empty())
      report.add(correction, tr("The corrective action {1} has no owner: nobody will see to it.", {named(correction)}));
}

void find_corrections_without_date(const ChainView& view, ChainReport& report) {
  for (const auto& correction : view.continuity.corrections)
    if (is_open(correction) && !correction.due) report.add(correction, tr("The corrective action {1} has no date by which it is due.", {named(correction)}));
}

void find_late_corrections(const ChainView& view, ChainReport& report) {
  for (const auto& correction : view.continuity.corrections)
    if (is_open(correction) && correction.due && *correction.due < view.today)
      report.add(correction, tr("The corrective action {1} was due on {2} and is not done.", {named(correction), tr_date(*correction.due)}));
}

} // namespace hdskit
