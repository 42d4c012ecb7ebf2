#include "gui/presenter/continuity_exercises.hpp"

#include "gui/presenter/continuity_chronicle.hpp"
#include "gui/presenter/continuity_promises.hpp"
#include "gui/presenter/continuity_records.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::gui {
namespace {

std::string key_of(const Exercise& exercise) { return record_row_key(Exercise::type().kind, exercise.id.number()); }
template <typename E> std::string word_of(E value) { return tr(choices_of(value)[static_cast<std::size_t>(value)].label); }
std::string day_of(const std::optional<Date>& day) { return day ? day->iso() : ""; }

Cell state_of(const ContinuityMap& map, const Exercise& exercise) {
  if (exercise.held_on && *exercise.held_on <= map.day) {
    const auto found = map.findings_of(Exercise::type().kind, exercise.reference);
    const bool missed = std::ranges::any_of(found, [](const ChainFinding* one) { return one->finding.rule == "achieved-above-objective"; });
    if (missed) return {"✖ " + tr("objective missed"), Tone::bad};
    return {"✔ " + tr("held"), Tone::good};
  }
  if (exercise.planned_on && *exercise.planned_on < map.day) return {"⚠ " + tr("not held"), Tone::warning};
  return exercise.planned_on ? Cell{"◔ " + tr("to be held")} : Cell{"○ " + tr("without date"), Tone::faint};
}

std::optional<Date> when(const Exercise& exercise) { return exercise.held_on ? exercise.held_on : exercise.planned_on; }

ListRows chronicle_rows(const ContinuityMap& map, std::string_view exercise) {
  std::vector<ListRow> rows;
  for (const auto& line : chronicle_of(map.continuity, exercise)) {
    const auto& entry = *line.entry;
    rows.push_back({record_row_key(ExerciseEntry::type().kind, entry.id.number()),
                    {{replaced(entry.at, "T", " ")},
                     {line.since_start ? to_field_text(line.since_start) : "–"},
                     {word_of(entry.kind)},
                     {entry.text},
                     {entry.step},
                     {entry.author}}});
  }
  return rows_at_hand({{tr("Moment")}, {tr("Since the start")}, {tr("Kind")}, {tr("What happened")}, {tr("Step")}, {tr("Author")}}, std::move(rows));
}

ListRows correction_rows(const ContinuityMap& map) {
  std::vector<ListRow> rows;
  for (const auto& action : map.continuity.corrections) {
    const bool done = action.state == CorrectionState::done, late = !done && action.due && *action.due < map.day;
    Cell state{word_of(action.state)};
    if (late) state = {"✖ " + tr("{1}, late", {state.text}), Tone::bad};
    else if (done) state = {"✔ " + state.text, Tone::good};
    rows.push_back({record_row_key(CorrectiveAction::type().kind, action.id.number()),
                    {{action.reference}, {action.gap}, state, {day_of(action.due)}, {action.action}, {action.owner}, {action.exercise}}});
  }
  return rows_at_hand({{tr("Ref.")}, {tr("Gap")}, {tr("State")}, {tr("Due on"), CellKind::date}, {tr("Action")}, {tr("Owner")}, {tr("Exercise")}},
                      std::move(rows));
}

ListRows programme_rows(const ContinuityMap& map) {
  const auto programme = exercise_programme(map.continuity, map.day.year());
  std::vector<ListRow> rows;
  for (std::size_t i = 0; i < programme.years.size(); ++i) {
    const auto year = std::to_string(programme.first_year + static_cast<int>(i));
    if (programme.years[i].empty()) rows.push_back({"", {{year}, {"⚠ " + tr("no exercise"), Tone::warning}, {}, {}, {}}});
    for (const auto* exercise : programme.years[i])
      rows.push_back({key_of(*exercise),
                      {{year},
                       {exercise->reference + "\u00A0– " + exercise->title},
                       state_of(map, *exercise),
                       {day_of(when(*exercise))},
                       {joined(exercise->plans, ", ")}}});
  }
  return rows_at_hand({{tr("Year")}, {tr("Exercise")}, {tr("Status")}, {tr("Day"), CellKind::date}, {tr("Plans")}}, std::move(rows));
}

ListRows coverage_rows(const ContinuityMap& map) {
  auto coverage = exercise_coverage(map.continuity, map.day);
  std::ranges::stable_sort(coverage, {}, [](const ExerciseCoverage& one) { return one.proven ? 2 : one.last ? 1 : 0; });
  std::vector<ListRow> rows;
  for (const auto& one : coverage) {
    const Cell state = one.proven ? Cell{"✔ " + tr("within twelve months"), Tone::good}
                       : one.last ? Cell{"◔ " + tr("long ago"), Tone::warning}
                                  : Cell{"✖ " + tr("never"), Tone::bad};
    rows.push_back({"", {{one.reference}, {one.name}, state, {day_of(one.last)}, {day_of(one.next)}, {joined(one.exercises, ", ")}}});
  }
  return rows_at_hand({{tr("Ref.")}, {tr("Name")}, {tr("Exercised")}, {tr("Last"), CellKind::date}, {tr("Next"), CellKind::date}, {tr("Exercises")}},
                      std::move(rows));
}

std::vector<Cell> coverage_sentences(const ContinuityMap& map) {
  std::int64_t never = 0;
  for (const auto& one : exercise_coverage(map.continuity, map.day)) never += !one.last;
  std::vector<Cell> lines;
  if (never > 0)
    lines.push_back({"⚠ " + trn("{1} activity, service, component or plan was never exercised.",
                                "{1} activities, services, components and plans were never exercised.", never),
                     Tone::warning});
  else if (!map.continuity.activities.empty()) lines.push_back({"✔ " + tr("Everything was exercised at least once."), Tone::good});
  const auto share = group_share(map.continuity, map.day);
  if (!share.applies) return lines;
  constexpr double per_cent = 100;
  const auto percent = std::to_string(std::lround(std::floor(share.share * per_cent)));
  if (!share.unknown.empty())
    lines.push_back({"⚠ " + tr("Group: the share cannot be told, because the activity of these entities has no volume: {1}.", {joined(share.unknown, ", ")}),
                     Tone::warning});
  else if (share.met)
    lines.push_back({"✔ " + tr("Group: entities with an exercised plan carry {1} % of the activity; 66 % are asked for.", {percent}), Tone::good});
  else
    lines.push_back({"✖ " + tr("Group: entities with an exercised plan carry {1} % of the activity; 66 % are asked for. Missing: {2}.",
                               {percent, joined(share.uncovered, ", ")}),
                     Tone::bad});
  return lines;
}

} // namespace

std::vector<std::string> exercise_views() {
  return {tr("Chronicle of the exercise"), tr("Corrective actions"), tr("Programme of three years"), tr("What was exercised")};
}

ListRows exercise_rows(const ContinuityMap& map) {
  std::vector<const Exercise*> exercises;
  for (const auto& exercise : map.continuity.exercises) exercises.push_back(&exercise);
  std::ranges::stable_sort(exercises, std::ranges::greater{}, [](const Exercise* one) { return when(*one); });
  std::vector<ListRow> rows;
  for (const auto* one : exercises)
    rows.push_back({key_of(*one),
                    {{one->reference},
                     {one->title},
                     state_of(map, *one),
                     {day_of(when(*one))},
                     {word_of(one->kind)},
                     minutes_cell(one->achieved_rto),
                     minutes_cell(one->achieved_rpo),
                     {joined(one->plans, ", ")}}});
  return rows_at_hand(
      {{tr("Ref.")}, {tr("Exercise")}, {tr("Status")}, {tr("Day"), CellKind::date}, {tr("Kind")}, {tr("Achieved RTO")}, {tr("Achieved RPO")}, {tr("Plans")}},
      std::move(rows));
}

Cell exercises_sentence(const ContinuityMap& map) {
  if (map.continuity.exercises.empty())
    return {tr("No exercise is recorded yet: press “New exercise”, name the plans that are tried, then “Observe…” while it is held."), Tone::faint};
  std::int64_t recent = 0;
  for (const auto& exercise : map.continuity.exercises) recent += was_held(exercise, map.day) && is_recent(exercise.held_on, map.day);
  if (recent == 0) return {"⚠ " + tr("No exercise was held in the last twelve months."), Tone::warning};
  return {trn("{1} exercise was held in the last twelve months.", "{1} exercises were held in the last twelve months.", recent)};
}

ListRows exercise_view_rows(const ContinuityMap& map, ExerciseView view, std::string_view exercise) {
  switch (view) {
    case ExerciseView::chronicle: return chronicle_rows(map, exercise);
    case ExerciseView::corrections: return correction_rows(map);
    case ExerciseView::programme: return programme_rows(map);
    case ExerciseView::coverage: break;
  }
  return coverage_rows(map);
}

std::vector<Cell> exercise_view_sentences(const ContinuityMap& map, ExerciseView view, std::string_view exercise) {
  if (view == ExerciseView::coverage) return coverage_sentences(map);
  if (view == ExerciseView::programme) {
    std::vector<std::string> years;
    for (const auto year : exercise_programme(map.continuity, map.day.year()).empty_years) years.push_back(std::to_string(year));
    if (years.empty()) return {{"✔ " + tr("Each of the three years has an exercise."), Tone::good}};
    return {{"⚠ " + tr("Years without an exercise: {1}.", {joined(years, ", ")}), Tone::warning}};
  }
  if (view == ExerciseView::corrections && map.continuity.corrections.empty())
    return {{tr("None yet: gaps that are noted during an exercise become corrective actions."), Tone::faint}};
  if (view == ExerciseView::chronicle && chronicle_of(map.continuity, exercise).empty())
    return {{tr("Nothing was noted yet: press “Observe…” while the exercise is held."), Tone::faint}};
  return {};
}

} // namespace hdskit::gui
