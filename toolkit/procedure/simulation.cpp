#include "toolkit/procedure/simulation.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr int every_extension = 1000; // count_stage takes as many as there may be

bool decides_by_silence(const Stage& stage) { return stage.silence == SilenceRule::deemed_favourable || stage.silence == SilenceRule::deemed_rejected; }

/// The reading that was not followed, when it gives another day.
std::optional<Date> other_reading(const CountedLimit& limit) {
  const auto other = limit.last_day == limit.last_day_raw ? limit.last_day_extended : limit.last_day_raw;
  return other == limit.last_day ? std::nullopt : std::optional{other};
}

SimulatedStage simulate_stage(const Regime& regime, const Stage& stage, std::optional<Date> start, std::optional<Date> start_extended,
                              const CountingChoice& choice) {
  SimulatedStage result{.id = stage.id, .start = start, .start_extended = start_extended};
  if (start) {
    if (const auto limit = count_stage(regime, stage, *start, 0, choice)) {
      result.latest = result.planned = limit->last_day;
      result.moved = other_reading(*limit);
      result.last_moment = limit->last_moment;
      if (decides_by_silence(stage)) result.implicit_decision = limit->day_after;
    } else {
      result.planned = usual_end(stage, *start, regime, choice);
    }
  }
  if (start_extended) {
    if (const auto limit = count_stage(regime, stage, *start_extended, every_extension, choice)) {
      result.latest_extended = result.planned_extended = limit->last_day;
      result.moved_extended = other_reading(*limit);
      result.by_stages = limit->by_stages;
      if (decides_by_silence(stage)) result.implicit_decision_extended = limit->day_after;
    } else {
      result.planned_extended = usual_end(stage, *start_extended, regime, choice);
    }
  }
  return result;
}

/// The latest of all ends; nothing when one of them is unknown.
std::optional<Date> last_of(const std::vector<SimulatedStage>& stages, std::optional<Date> SimulatedStage::*end) {
  std::optional<Date> last;
  for (const auto& stage : stages) {
    if (!(stage.*end)) return std::nullopt;
    last = last ? std::max(*last, *(stage.*end)) : stage.*end;
  }
  return last;
}

} // namespace

const SimulatedStage* Simulation::find(std::string_view stage) const {
  const auto found = std::ranges::find(stages, stage, &SimulatedStage::id);
  return found == stages.end() ? nullptr : &*found;
}

Simulation simulate(const Regime& regime, Date filed, const CountingChoice& choice) {
  Simulation simulation{.filed = filed, .calendar = calendar_for(regime, choice)};
  simulation.stages.reserve(regime.stages.size());
  for (const auto& stage : regime.stages) {
    const auto* before = stage.trigger.place ? &simulation.stages[*stage.trigger.place] : nullptr;
    auto here = choice;
    if (before) here.minute_of_day = 0; // only the hour of the first event is known
    simulation.stages.push_back(simulate_stage(regime, stage, before ? before->planned : filed, before ? before->planned_extended : filed, here));
  }
  if (const auto* decision = simulation.find(regime.decides)) {
    simulation.implicit_decision = decision->implicit_decision;
    simulation.implicit_decision_extended = decision->implicit_decision_extended;
    if (regime.find_stage(regime.decides)->silence == SilenceRule::deemed_rejected) {
      if (decision->latest) simulation.appeal = appeal_against_silence(*decision->latest, simulation.calendar).last_day;
      if (decision->latest_extended) simulation.appeal_extended = appeal_against_silence(*decision->latest_extended, simulation.calendar).last_day;
    }
    simulation.end = decision->planned;
    simulation.end_extended = decision->planned_extended;
  } else {
    simulation.end = last_of(simulation.stages, &SimulatedStage::planned);
    simulation.end_extended = last_of(simulation.stages, &SimulatedStage::planned_extended);
  }
  return simulation;
}

} // namespace hdskit
