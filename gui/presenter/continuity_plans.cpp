#include "gui/presenter/continuity_plans.hpp"

#include "gui/presenter/continuity_promises.hpp"
#include "gui/presenter/continuity_records.hpp"
#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr std::int64_t minutes_in_an_hour = 60, minutes_in_a_day = 24 * 60;

const PlanSchedule& schedule_in(const ContinuityMap& map, const ContinuityPlan& plan) {
  return map.schedules.at(static_cast<std::size_t>(&plan - map.continuity.plans.data()));
}

std::string key_of(const PlanStep& step) { return record_row_key(PlanStep::type().kind, step.id.number()); }

Cell state_of(const ContinuityMap& map, const ContinuityPlan& plan) {
  auto state = PromiseState::kept;
  for (const auto* finding : map.findings_of(ContinuityPlan::type().kind, plan.reference)) state = std::max(state, state_of_rule(finding->finding.rule));
  return state == PromiseState::kept ? Cell{"✔ " + tr("fine"), Tone::good} : promise_cell(state);
}

bool lacks_duration(const PlanSchedule& schedule, const PlanStep& step) {
  return std::ranges::find(schedule.without_duration, step.reference) != schedule.without_duration.end();
}

ListRow row_of(const PlanSchedule& schedule, const PlannedStep& planned) {
  const auto& step = *planned.step;
  const Cell slack = planned.critical             ? Cell{"● " + tr("critical"), Tone::bad}
                     : planned.slack == Minutes{} ? Cell{tr("none")}
                                                  : Cell{duration_text(planned.slack), Tone::faint};
  return {key_of(step),
          {{step.reference},
           {step.title},
           {moment_in_words(planned.earliest_start)},
           {moment_in_words(planned.earliest_end)},
           slack,
           lacks_duration(schedule, step) ? Cell{"⚠ " + tr("none"), Tone::warning} : minutes_cell(step.duration),
           {step.owner},
           {joined(step.after, ", ")},
           {joined(step.restores, ", ")}}};
}

ListRow row_of(const PlanStep& step) {
  return {key_of(step),
          {{step.reference},
           {step.title},
           {"–", Tone::faint},
           {"–", Tone::faint},
           {"–", Tone::faint},
           minutes_cell(step.duration),
           {step.owner},
           {joined(step.after, ", ")},
           {joined(step.restores, ", ")}}};
}

std::string kind_word_of(const ContinuityPlan& plan) { return tr(choices_of(plan.kind)[static_cast<std::size_t>(plan.kind)].label); }

} // namespace

std::string moment_in_words(Minutes since) {
  if (since.count == 0) return "T";
  const auto days = since.count / minutes_in_a_day, hours = since.count % minutes_in_a_day / minutes_in_an_hour, minutes = since.count % minutes_in_an_hour;
  std::vector<std::string> parts;
  if (days > 0) parts.push_back(tr("{1} d", {std::to_string(days)}));
  if (hours > 0) parts.push_back(std::to_string(hours) + "\u00A0h");
  if (minutes > 0) parts.push_back(std::to_string(minutes) + "\u00A0min");
  return "T\u00A0+\u00A0" + joined(parts, "\u00A0");
}

ListRows plan_rows(const ContinuityMap& map) {
  std::vector<ListRow> rows;
  for (const auto& plan : map.continuity.plans) {
    const auto& schedule = schedule_in(map, plan);
    rows.push_back({record_row_key(ContinuityPlan::type().kind, plan.id.number()),
                    {{plan.reference},
                     {plan.title},
                     state_of(map, plan),
                     schedule.steps.empty() ? minutes_cell({}) : minutes_cell(schedule.total),
                     {kind_word_of(plan)},
                     {plan.decision_maker},
                     {plan.review ? plan.review->iso() : ""}}});
  }
  return rows_at_hand(
      {{tr("Ref.")}, {tr("Plan")}, {tr("Status")}, {tr("Planned recovery")}, {tr("Kind")}, {tr("Decision maker")}, {tr("Next review"), CellKind::date}},
      std::move(rows));
}

ListRows step_rows(const ContinuityMap& map, const ContinuityPlan& plan) {
  const auto& schedule = schedule_in(map, plan);
  std::vector<ListRow> rows;
  for (const auto& planned : schedule.steps) rows.push_back(row_of(schedule, planned));
  if (rows.empty())
    for (const auto& step : map.continuity.steps)
      if (map.plan(step.plan) == &plan) rows.push_back(row_of(step));
  return rows_at_hand(
      {{tr("Ref.")}, {tr("Step")}, {tr("Start")}, {tr("End")}, {tr("Slack")}, {tr("Duration")}, {tr("Owner")}, {tr("Comes after")}, {tr("Restores")}},
      std::move(rows));
}

std::vector<Cell> plan_sentences(const ContinuityMap& map, const ContinuityPlan& plan) {
  const auto& schedule = schedule_in(map, plan);
  std::vector<Cell> lines;
  if (!schedule.cycle.empty())
    lines.push_back({"✖ " + tr("No time can be told: these steps wait for each other in a circle: {1}.", {way_in_words(schedule.cycle)}), Tone::bad});
  else if (schedule.steps.empty())
    lines.push_back(
        {tr("This plan has no step yet: press “New step”, and say for each who does it, how long it takes and after which others it comes."), Tone::faint});
  else
    lines.push_back({tr("Planned recovery time: {1}. Critical path, where every delay delays the whole: {2}.",
                        {duration_text(schedule.total), way_in_words(schedule.critical)})});
  if (!schedule.without_duration.empty())
    lines.push_back({"⚠ " + tr("Counted as nothing, because they have no duration: {1}.", {way_in_words(schedule.without_duration)}), Tone::warning});
  return lines;
}

} // namespace hdskit::gui
