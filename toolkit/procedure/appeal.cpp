#include "toolkit/procedure/appeal.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

CountedLimit counted(Date from, HolidayCalendar calendar, bool explained) {
  constexpr TimeLimit two_months{2, LimitUnit::months};
  return count_limit(from, two_months, {.calendar = calendar, .franc = true, .extend = true, .silence = false, .explained = explained});
}

} // namespace

AppealLimit appeal_against_decision(Date notified, HolidayCalendar calendar, bool explained) {
  auto limit = counted(notified, calendar, explained);
  if (explained) limit.steps.push_back(tr("Source: article R. 421-1 CJA; Conseil d’État, 5 June 2009, no. 312682 (franc, and moved from a day off)."));
  return {limit.last_day, limit.last_day, std::move(limit.steps)};
}

AppealLimit appeal_against_silence(Date last_day_of_limit, HolidayCalendar calendar, bool explained) {
  auto appeal = appeal_against_decision(last_day_of_limit, calendar, explained);
  appeal.by_birth = counted(last_day_of_limit.plus_days(1), calendar, false).last_day;
  if (explained && appeal.by_birth != appeal.last_day)
    appeal.steps.push_back(tr("Counted from the day on which the rejection is born, it would be {1}; the earlier of the two is the prudent one.",
                              {weekday_name(appeal.by_birth) + " " + tr_date(appeal.by_birth)}));
  return appeal;
}

} // namespace hdskit
