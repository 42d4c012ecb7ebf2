#include "toolkit/procedure/chronicle.hpp"

#include <algorithm>

namespace hdskit {
namespace {

int minute_of(const std::string& time_of_day) {
  const auto moment = Instant::parse("2000-01-01T" + time_of_day + ":00Z");
  if (!moment) return 0;
  constexpr std::int64_t seconds_a_day = 24 * 60 * 60;
  return static_cast<int>(moment->seconds().time_since_epoch().count() % seconds_a_day / 60);
}

std::optional<HolidayCalendar> chosen_calendar(ProcedureCalendar calendar) {
  switch (calendar) {
    case ProcedureCalendar::of_regime: break;
    case ProcedureCalendar::france: return HolidayCalendar::france;
    case ProcedureCalendar::alsace_moselle: return HolidayCalendar::alsace_moselle;
    case ProcedureCalendar::none: return HolidayCalendar::none;
  }
  return std::nullopt;
}

void write_down(StageChronicle& stage, const ProcedureEvent& event) {
  const auto day = *event.date;
  stage.first_event = stage.first_event ? std::min(*stage.first_event, day) : day;
  stage.last_event = stage.last_event ? std::max(*stage.last_event, day) : day;
  if (event.kind == EventKind::received && !stage.received) stage.received = day;
  if (event.kind == EventKind::extended) stage.extensions.push_back(day);
  if (event.kind == EventKind::suspended && !stage.is_suspended()) stage.suspensions.push_back({day, {}});
  if (event.kind == EventKind::resumed && stage.is_suspended()) stage.suspensions.back().to = std::max(day, stage.suspensions.back().from);
  if (!is_outcome(event.kind) || stage.outcome) return;
  stage.outcome = &event;
  if (stage.is_suspended()) stage.suspensions.back().to = std::max(day, stage.suspensions.back().from);
}

} // namespace

Chronicle::Chronicle(const ProcedureCase& file) : stages(file.regime->stages.size()) {
  choice.calendar = chosen_calendar(file.procedure.calendar);
  for (const auto& event : file.events) {
    if (!event.date) continue;
    if (event.kind == EventKind::filed && !filed) filed = &event;
    if (event.kind == EventKind::withdrawn && !withdrawn) withdrawn = &event;
    const auto place = std::ranges::find(file.regime->stages, event.stage, &Stage::id);
    if (place != file.regime->stages.end()) write_down(stages[static_cast<std::size_t>(place - file.regime->stages.begin())], event);
  }
  if (filed && !filed->time_of_day.empty()) choice.minute_of_day = minute_of(filed->time_of_day);
}

int suspended_days(const StageChronicle& stage, Date until) {
  int days = 0;
  for (const auto& suspension : stage.suspensions) days += std::max(0, days_between(suspension.from, suspension.to.value_or(until)));
  return days;
}

} // namespace hdskit
