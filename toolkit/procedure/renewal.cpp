#include "toolkit/procedure/renewal.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::int64_t most_drafting_months = 120;

/// The day before or after it moves the end by little: months differ by three days at most, working days by a long week-end.
bool ends_in_time(const Regime& regime, Date filed, Date term, const CountingChoice& choice) { return *simulate(regime, filed, choice).end_extended <= term; }

/// Whether the way to the decision goes through a stage that has no limit.
bool has_unlimited_stage(const Regime& regime) {
  const auto* stage = regime.find_stage(regime.decides);
  while (stage && stage->limit) stage = stage->trigger.place ? &regime.stages[*stage->trigger.place] : nullptr;
  return stage != nullptr;
}

Date before(Date day, const TimeLimit& length, HolidayCalendar calendar) {
  return count_limit(day, length, {.calendar = calendar, .backward = true, .explained = false}).last_day_raw;
}

} // namespace

std::optional<Date> last_safe_filing(const Regime& regime, Date term, const CountingChoice& choice) {
  const auto end = simulate(regime, term, choice).end_extended;
  if (!end) return std::nullopt;
  auto filed = term.plus_days(-days_between(term, *end));
  while (!ends_in_time(regime, filed, term, choice)) filed = filed.plus_days(-1);
  while (ends_in_time(regime, filed.plus_days(1), term, choice)) filed = filed.plus_days(1);
  return filed;
}

std::optional<RenewalPlan> plan_renewal(const Regime& regime, Date granted, std::int64_t drafting_months, const CountingChoice& choice) {
  if (drafting_months < 0 || drafting_months > most_drafting_months)
    throw Problem{ProblemKind::bad_input, std::to_string(drafting_months),
                  tr("Writing a file takes from 0 to {1} months.", {std::to_string(most_drafting_months)}), tr("Check the number.")};
  if (!regime.term) return std::nullopt;
  const auto calendar = calendar_for(regime, choice);
  const auto term = count_limit(granted, regime.term->length, {.calendar = calendar, .explained = false}).last_day_raw;
  RenewalPlan plan{.granted = granted, .term = term, .drafting_months = drafting_months, .rests_on_usual_times = has_unlimited_stage(regime)};
  if (regime.renewal) {
    plan.lawful = before(term, regime.renewal->length, calendar);
    plan.lawful_working_day = working_day_up_to(*plan.lawful, calendar);
  }
  plan.prudent = last_safe_filing(regime, term, choice);
  if (plan.prudent && plan.lawful) plan.prudent = std::min(*plan.prudent, *plan.lawful); // a short procedure does not make a late request lawful
  if (const auto file_by = plan.prudent ? plan.prudent : plan.lawful) {
    if (plan.prudent) plan.prudent_working_day = working_day_up_to(*plan.prudent, calendar);
    plan.start_drafting = working_day_up_to(plus_months(*file_by, -drafting_months), calendar);
  }
  return plan;
}

} // namespace hdskit
