#include "cli/continuity_view.hpp"

#include "cli/table.hpp"
#include "toolkit/base/text.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

json::array texts_json(const std::vector<std::string>& texts) {
  json::array all;
  for (const auto& text : texts) all.emplace_back(json_text(text));
  return all;
}

json::object step_json(const PlannedStep& planned) {
  const auto& step = *planned.step;
  return {{"reference", json_text(step.reference)},
          {"title", json_text(step.title)},
          {"owner", json_text(step.owner)},
          {"duration", duration_json(step.duration)},
          {"after", texts_json(step.after)},
          {"restores", texts_json(step.restores)},
          {"earliest_start", planned.earliest_start.count},
          {"earliest_end", planned.earliest_end.count},
          {"latest_start", planned.latest_start.count},
          {"latest_end", planned.latest_end.count},
          {"slack", planned.slack.count},
          {"critical", planned.critical}};
}

/// From the activation on: "+1 h 30".
std::string moment(Minutes minutes) { return "+" + duration_text(minutes); }

} // namespace

json::object schedule_json(const ContinuityPlan& plan, const PlanSchedule& schedule) {
  json::array steps;
  for (const auto& step : schedule.steps) steps.push_back(step_json(step));
  return {{"reference", json_text(plan.reference)},
          {"title", json_text(plan.title)},
          {"kind", to_field_text(plan.kind)},
          {"steps", std::move(steps)},
          {"planned_recovery_minutes", schedule.cycle.empty() ? json::value(schedule.total.count) : json::value()},
          {"critical_path", texts_json(schedule.critical)},
          {"circle", texts_json(schedule.cycle)},
          {"without_duration", texts_json(schedule.without_duration)}};
}

void print_schedule(Context& context, const ContinuityPlan& plan, const PlanSchedule& schedule) {
  context.out << tr("{1}, {2}", {plan.reference, plan.title}) << "\n\n";
  if (!schedule.cycle.empty()) {
    context.out << tr("These steps wait for each other, so that none can begin: {1}.", {joined(schedule.cycle, " → ")}) << '\n';
    return;
  }
  Table table{{tr("Step"), tr("Title"), tr("Owner"), tr("Duration"), tr("Begins"), tr("Ends"), tr("Slack"), tr("Critical")}};
  for (const auto& planned : schedule.steps) {
    const auto& step = *planned.step;
    table.add({step.reference, step.title, step.owner, step.duration ? duration_text(*step.duration) : "–", moment(planned.earliest_start),
               moment(planned.earliest_end), duration_text(planned.slack), planned.critical ? tr("yes") : ""});
  }
  table.print(context.out, context.surroundings.output_width);
  context.out << '\n' << tr("Planned recovery time: {1}.", {duration_text(schedule.total)}) << '\n';
  if (!schedule.critical.empty()) context.out << tr("Critical path: {1}.", {joined(schedule.critical, " → ")}) << '\n';
  if (!schedule.without_duration.empty()) context.out << tr("Without duration, counted as 0: {1}.", {joined(schedule.without_duration, ", ")}) << '\n';
}

} // namespace hdskit::cli
