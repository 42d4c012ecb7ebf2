#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/regime_options.hpp"
#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/time_limit.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "from",
     .placeholder = marked("DATE"),
     .help = marked("The day of the act, of the event or of the reception; with --backward, the term."),
     .kind = OptionKind::date,
     .required = true},
    {.name = "months", .placeholder = marked("NUMBER"), .help = marked("The length, in months from date to date."), .kind = OptionKind::number},
    {.name = "years", .placeholder = marked("NUMBER"), .help = marked("The length, in years."), .kind = OptionKind::number},
    {.name = "days", .placeholder = marked("NUMBER"), .help = marked("The length, in days."), .kind = OptionKind::number},
    {.name = "working-days", .placeholder = marked("NUMBER"), .help = marked("The length, in working days, Monday to Friday."), .kind = OptionKind::number},
    {.name = "business-days", .placeholder = marked("NUMBER"), .help = marked("The length, in business days, Monday to Saturday."), .kind = OptionKind::number},
    {.name = "hours", .placeholder = marked("NUMBER"), .help = marked("The length, in hours."), .kind = OptionKind::number},
    at_option,
    {.name = "renewed", .placeholder = marked("TIMES"), .help = marked("How many times the same length is added (default: 0)."), .kind = OptionKind::number},
    {.name = "backward", .placeholder = nullptr, .help = marked("Count back from the term."), .kind = OptionKind::flag},
    {.name = "franc", .placeholder = nullptr, .help = marked("Neither the first nor the last day counts."), .kind = OptionKind::flag},
    extend_option,
    {.name = "calendar",
     .placeholder = marked("CALENDAR"),
     .help = marked("The public holidays that count (default: FR)."),
     .kind = OptionKind::choice,
     .choices = calendar_words},
};

struct NamedUnit {
  std::string_view option;
  LimitUnit unit;
};
constexpr NamedUnit units[] = {{"months", LimitUnit::months},
                               {"years", LimitUnit::years},
                               {"days", LimitUnit::days},
                               {"working-days", LimitUnit::working_days},
                               {"business-days", LimitUnit::business_days},
                               {"hours", LimitUnit::hours}};

TimeLimit read_limit(const Arguments& arguments) {
  std::optional<TimeLimit> limit;
  for (const auto& [option, unit] : units) {
    const auto count = arguments.number(option);
    if (!count) continue;
    if (limit) throw Problem{ProblemKind::bad_input, "--" + std::string{option}, tr("Two lengths were given."), tr("Give one of them.")};
    limit = TimeLimit{*count, unit};
  }
  if (!limit)
    throw Problem{ProblemKind::bad_input, "--months", tr("No length was given."),
                  tr("Give --months, --years, --days, --working-days, --business-days or --hours.")};
  return *limit;
}

int minute_of_event(const Arguments& arguments, LimitUnit unit) {
  if (!arguments.has("at")) return 0;
  if (unit != LimitUnit::hours)
    throw Problem{ProblemKind::bad_input, "--at", tr("--at is for a length in hours."), tr("Leave it out, or give the length with --hours.")};
  return read_minute_of_day(arguments.text("at"));
}

CountingRules read_rules(const Arguments& arguments) {
  constexpr std::int64_t most_renewals = 100;
  const auto renewed = arguments.number("renewed").value_or(0);
  if (renewed > most_renewals)
    throw Problem{ProblemKind::bad_input, "--renewed", tr("A limit is renewed at most {1} times.", {std::to_string(most_renewals)}), tr("Check the number.")};
  return {.calendar = calendar_of(arguments.text("calendar")).value_or(HolidayCalendar::france),
          .franc = arguments.has("franc"),
          .extend = arguments.has("extend"),
          .backward = arguments.has("backward"),
          .renewed = static_cast<int>(renewed)};
}

json::object as_json(const CountedLimit& limit, const CountingRules& rules) {
  json::array steps;
  for (const auto& step : limit.steps) steps.push_back(json_text(step));
  return {{"last_day", limit.last_day.iso()},
          {"last_day_extended", limit.last_day_extended.iso()},
          {"by_stages", date_json(limit.by_stages)},
          {"day_after", limit.day_after.iso()},
          {"prudent", limit.prudent.iso()},
          {"last_moment", limit.last_moment ? json::value(*limit.last_moment) : json::value()},
          {"calendar", json_text(word_of(rules.calendar))},
          {"steps", std::move(steps)}};
}

void print(Context& context, const CountedLimit& limit, const CountingRules& rules) {
  for (std::size_t i = 0; i < limit.steps.size(); ++i) context.out << i + 1 << ". " << limit.steps[i] << '\n';
  context.out << '\n';
  Sheet sheet;
  sheet.add(tr("Last day"), shown_day(limit.last_day));
  if (limit.last_moment) sheet.add(tr("Last moment"), *limit.last_moment);
  sheet.add(rules.backward ? tr("Working day before") : tr("With an extension"), shown_day(limit.last_day_extended));
  if (limit.by_stages) sheet.add(tr("Counted end after end"), shown_day(limit.by_stages));
  if (!rules.backward) sheet.add(tr("Day after"), shown_day(limit.day_after));
  sheet.add(tr("Prudent day"), shown_day(limit.prudent));
  sheet.print(context.out, context.surroundings.output_width);
}

int run(Context& context) {
  const auto limit = read_limit(context.arguments);
  const auto rules = read_rules(context.arguments);
  const auto counted = count_limit(*context.arguments.date("from"), limit, rules, minute_of_event(context.arguments, limit.unit));
  if (context.json) print_json(context.out, as_json(counted, rules));
  else print(context, counted, rules);
  return 0;
}

} // namespace

extern const Command deadline_compute;
const Command deadline_compute{
    .name = "deadline compute",
    .summary = marked("Count a time limit as French law does, step by step"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
