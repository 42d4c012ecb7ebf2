#include "toolkit/procedure/stage_count.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <iterator>

namespace hdskit {
namespace {

CountingRules rules_for(const Regime& regime, const Stage& stage, const CountingChoice& choice) {
  return {.calendar = calendar_for(regime, choice),
          .extend = choice.extend.value_or(regime.extend),
          .silence = stage.silence == SilenceRule::deemed_favourable || stage.silence == SilenceRule::deemed_rejected,
          .explained = choice.explained};
}

/// Extensions of another length in the same unit: one length from the first day, and what end after end would give.
CountedLimit count_in_one(const Stage& stage, Date start, int extensions, const CountingRules& rules) {
  const auto& extension = stage.extension->length;
  auto counted = count_limit(start, {stage.limit->count + extension.count * extensions, stage.limit->unit}, rules);
  auto silent = rules;
  silent.explained = false;
  auto end = count_limit(start, *stage.limit, silent).last_day_raw;
  for (int i = 0; i < extensions; ++i) end = count_limit(end, extension, silent).last_day_raw;
  if (end != counted.last_day_raw) counted.by_stages = end;
  if (counted.by_stages) counted.prudent = std::max(start, std::min(counted.prudent, working_day_up_to(end, rules.calendar)));
  return counted;
}

/// Extensions in another unit begin where the limit ends.
CountedLimit count_end_after_end(const Stage& stage, Date start, int extensions, const CountingRules& rules) {
  auto counted = count_limit(start, *stage.limit, rules);
  for (int i = 0; i < extensions; ++i) {
    auto next = count_limit(counted.last_day_raw, stage.extension->length, rules);
    next.steps.insert(next.steps.begin(), std::make_move_iterator(counted.steps.begin()), std::make_move_iterator(counted.steps.end()));
    counted = std::move(next);
  }
  return counted;
}

} // namespace

HolidayCalendar calendar_for(const Regime& regime, const CountingChoice& choice) { return choice.calendar.value_or(regime.calendar); }

std::optional<CountedLimit> count_stage(const Regime& regime, const Stage& stage, Date start, int extensions, const CountingChoice& choice) {
  if (!stage.limit) return std::nullopt;
  auto rules = rules_for(regime, stage, choice);
  const int taken = stage.extension ? std::min(extensions, stage.extension->times) : 0;
  if (taken == 0) return count_limit(start, *stage.limit, rules, stage.limit->unit == LimitUnit::hours ? choice.minute_of_day : 0);
  const auto& extension = stage.extension->length;
  if (extension.unit != stage.limit->unit) return count_end_after_end(stage, start, taken, rules);
  if (extension.count != stage.limit->count) return count_in_one(stage, start, taken, rules);
  rules.renewed = taken;
  return count_limit(start, *stage.limit, rules);
}

std::optional<Date> usual_end(const Stage& stage, Date start, const Regime& regime, const CountingChoice& choice) {
  if (!stage.usual) return std::nullopt;
  return count_limit(start, *stage.usual, {.calendar = calendar_for(regime, choice), .explained = false}).last_day_raw;
}

} // namespace hdskit
