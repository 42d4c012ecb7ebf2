#include "toolkit/procedure/time_limit.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cstdio>

namespace hdskit {
namespace {

constexpr std::int64_t largest_count = 10'000;
constexpr int minutes_a_day = 24 * 60;

[[noreturn]] void refuse(const std::string& what, const std::string& remedy) { throw Problem{ProblemKind::bad_input, tr("time limit"), what, remedy}; }

std::string named(Date day) { return weekday_name(day) + " " + tr_date(day); }

/// Why nothing is done on that day: "a Sunday", the holiday's name.
std::string day_off(Date day, HolidayCalendar calendar) {
  if (const auto holiday = holiday_on(day, calendar)) return *holiday;
  return weekday_name(day);
}

std::string length_of(std::int64_t count, LimitUnit unit) {
  switch (unit) {
    case LimitUnit::hours: return trn("{1} hour", "{1} hours", count);
    case LimitUnit::days: return trn("{1} day", "{1} days", count);
    case LimitUnit::working_days: return trn("{1} working day (Monday to Friday)", "{1} working days (Monday to Friday)", count);
    case LimitUnit::business_days: return trn("{1} business day (Monday to Saturday)", "{1} business days (Monday to Saturday)", count);
    case LimitUnit::months: return trn("{1} month", "{1} months", count);
    case LimitUnit::years: break;
  }
  return trn("{1} year", "{1} years", count);
}

/// `day` moved by `count` days of which only those that `counts` says yes to are counted.
template <typename Counts> Date plus_counted(Date day, std::int64_t count, Counts counts) {
  const int step = count < 0 ? -1 : 1;
  for (auto left = std::abs(count); left > 0;) {
    day = day.plus_days(step);
    if (counts(day)) --left;
  }
  return day;
}

Date moved(Date from, std::int64_t count, LimitUnit unit, HolidayCalendar calendar) {
  constexpr std::int64_t months_a_year = 12;
  switch (unit) {
    case LimitUnit::hours:
    case LimitUnit::days: return from.plus_days(static_cast<int>(count));
    case LimitUnit::working_days: return plus_counted(from, count, [&](Date day) { return is_working_day(day, calendar); });
    case LimitUnit::business_days: return plus_counted(from, count, [&](Date day) { return is_business_day(day, calendar); });
    case LimitUnit::months: return plus_months(from, count);
    case LimitUnit::years: break;
  }
  return plus_months(from, months_a_year * count);
}

/// One computation: the result grows with its explanation, so that they cannot tell different things.
class Count {
public:
  Count(Date from, TimeLimit limit, const CountingRules& rules, int minute_of_day)
      : from_{from}, limit_{limit}, rules_{rules}, minute_{minute_of_day}, result_{from, from, from, from, {}, {}, from, {}} {}

  CountedLimit run() {
    check();
    start();
    if (limit_.unit == LimitUnit::hours) count_hours();
    else count_days();
    settle_day_off();
    finish();
    return std::move(result_);
  }

private:
  template <typename Sentence> void say(Sentence sentence) {
    if (rules_.explained) result_.steps.push_back(sentence());
  }

  void check() const {
    if (limit_.count < 0 || limit_.count > largest_count || rules_.renewed < 0 || limit_.count * (rules_.renewed + 1) > largest_count)
      refuse(tr("A limit counts from 0 to {1} units, renewals included.", {std::to_string(largest_count)}), tr("Check the number."));
    const auto years = years_at_most();
    if (from_.year() + years > 9999 || from_.year() - (rules_.backward ? years : 0) < 1900)
      refuse(tr("The limit leaves the years that can be computed (1900 to 9999)."), tr("Check the date and the number."));
    if (limit_.unit == LimitUnit::hours && (rules_.franc || rules_.backward || rules_.renewed > 0))
      refuse(tr("A limit in hours is neither franc, nor renewed, nor counted backward."), tr("Count it in days, or leave that rule out."));
  }

  int years_at_most() const {
    const auto total = static_cast<int>(limit_.count * (rules_.renewed + 1));
    if (limit_.unit == LimitUnit::years) return total + 1;
    if (limit_.unit == LimitUnit::months) return total / 12 + 1;
    return 2 * total / 365 + 1; // of seven days five are worked, less the holidays: never fewer than half
  }

  void start() {
    if (rules_.backward) say([&] { return tr("Counted back from {1}; the day of the term is not counted.", {named(from_)}); });
    else if (limit_.unit == LimitUnit::hours)
      say([&] { return tr("Starts on {1}; the hour of the event is not counted (regulation 1182/71, article 3).", {named(from_)}); });
    else say([&] { return tr("Starts on {1}; that day is not counted (article 641 CPC).", {named(from_)}); });
  }

  void count_hours() {
    const auto minutes = minute_ + 60 * limit_.count;
    result_.last_day_raw = from_.plus_days(static_cast<int>(minutes / minutes_a_day));
    char clock[8];
    std::snprintf(clock, sizeof clock, "%02d:%02d", static_cast<int>(minutes % minutes_a_day / 60), static_cast<int>(minutes % 60));
    result_.last_moment = result_.last_day_raw.iso() + "T" + clock;
    say([&] { return tr("{1} later: {2} at {3}.", {length_of(limit_.count, limit_.unit), named(result_.last_day_raw), clock}); });
  }

  void count_days() {
    const auto sign = rules_.backward ? -1 : 1;
    const auto total = sign * limit_.count * (rules_.renewed + 1);
    auto& end = result_.last_day_raw;
    end = moved(from_, total, limit_.unit, rules_.calendar);
    const auto length = rules_.explained ? length_of(std::abs(total), limit_.unit) : std::string{};
    if (total == 0) say([&] { return tr("Without delay: on the day itself."); });
    else say([&] { return rules_.backward ? tr("{1} before: {2}.", {length, named(end)}) : tr("{1} later: {2}.", {length, named(end)}); });
    const bool by_month = limit_.unit == LimitUnit::months || limit_.unit == LimitUnit::years;
    if (by_month && end.day() != from_.day())
      say([&] { return tr("That month has no day {1}: its last day counts (article 641 CPC).", {std::to_string(from_.day())}); });
    if (rules_.renewed > 0) compare_renewal(sign);
    if (rules_.franc) {
      end = end.plus_days(sign);
      say([&] { return tr("Franc limit, whose last day does not count either: the act is still in time on {1}.", {named(end)}); });
    }
  }

  void compare_renewal(int sign) {
    auto end = from_;
    for (int i = 0; i <= rules_.renewed; ++i) end = moved(end, sign * limit_.count, limit_.unit, rules_.calendar);
    say([&] { return tr("Renewed: the whole length is counted from the first day, not from the first end."); });
    if (end == result_.last_day_raw) return;
    result_.by_stages = end;
    say([&] { return tr("Counted end after end it would be {1}; the earlier of the two is the prudent one.", {named(end)}); });
  }

  /// The day to which an end that falls on a day off moves.
  Date extended(Date end) const {
    if (rules_.backward) return working_day_up_to(end, rules_.calendar);
    auto day = working_day_from(end, rules_.calendar);
    constexpr std::int64_t two_days = 48;
    if (limit_.unit != LimitUnit::hours || limit_.count < two_days) return day;
    // A period of two days or more holds at least two working days (regulation 1182/71, article 3, paragraph 5).
    int working = 0;
    for (auto at = from_.plus_days(1); at <= day; at = at.plus_days(1)) working += is_working_day(at, rules_.calendar);
    return working >= 2 ? day : working_day_from(day.plus_days(1), rules_.calendar);
  }

  void settle_day_off() {
    const auto end = result_.last_day_raw;
    result_.last_day_extended = extended(end);
    result_.last_day = rules_.extend && !rules_.backward ? result_.last_day_extended : end;
    const bool off = !is_working_day(end, rules_.calendar);
    if (off) say([&] { return tr("{1} is a day off ({2}).", {tr_date(end), day_off(end, rules_.calendar)}); });
    if (result_.last_day_extended == end) return;
    const auto moved_to = rules_.explained ? named(result_.last_day_extended) : std::string{};
    if (rules_.backward) say([&] { return tr("A limit counted backward is not extended; to be safe, act on the working day before: {1}.", {moved_to}); });
    else if (limit_.unit == LimitUnit::hours)
      say([&] {
        return rules_.extend ? tr("Moved to the end of {1} (regulation 1182/71, article 3).", {moved_to})
                             : tr("Not moved, to be safe; by regulation 1182/71, article 3, it would end with {1}.", {moved_to});
      });
    else
      say([&] {
        return rules_.extend ? tr("Moved to the next working day: {1} (article 642 CPC).", {moved_to})
                             : tr("Not moved: no text extends this limit. With an extension it would be {1}.", {moved_to});
      });
  }

  void finish() {
    result_.day_after = result_.last_day.plus_days(1);
    auto earliest = result_.last_day_raw;
    if (result_.by_stages) earliest = std::min(earliest, *result_.by_stages);
    result_.prudent = working_day_up_to(earliest, rules_.calendar);
    if (rules_.backward) return;
    result_.prudent = std::max(result_.prudent, from_);
    if (limit_.unit == LimitUnit::hours) return;
    say([&] { return tr("The last day is {1}; it ends at midnight.", {named(result_.last_day)}); });
    if (rules_.silence)
      say([&] {
        return tr("What silence decides exists from the day after, {1} (Conseil d’État, 14 November 2025, no. 496754).", {named(result_.day_after)});
      });
  }

  Date from_;
  TimeLimit limit_;
  const CountingRules& rules_;
  int minute_;
  CountedLimit result_;
};

} // namespace

Date plus_months(Date day, std::int64_t months) {
  using namespace std::chrono;
  const year_month_day from{day.days()};
  const auto month = from.year() / from.month() + std::chrono::months{static_cast<int>(months)};
  const auto last = (month / std::chrono::last).day();
  return *Date::of(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), static_cast<unsigned>(std::min(from.day(), last)));
}

CountedLimit count_limit(Date from, TimeLimit limit, const CountingRules& rules, int minute_of_day) { return Count{from, limit, rules, minute_of_day}.run(); }

} // namespace hdskit
