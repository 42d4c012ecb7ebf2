#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/dossier_options.hpp"
#include "cli/dossier_shares.hpp"
#include "cli/table.hpp"
#include "toolkit/dossier/dossier_status.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::size_t gaps_shown = 10;
constexpr std::int64_t most_days = 36'500; // a century: beyond, no one plans

constexpr Option options[] = {
    dossier_date_option,
    dossier_framework_option,
    {.name = "days", .placeholder = marked("DAYS"), .help = marked("How many days to look ahead for due dates (default: 90)."), .kind = OptionKind::number},
};

DossierStatus read_status(const Context& context) {
  const auto workspace = context.open_workspace();
  const auto day = context.date_or_today();
  return dossier_status(read_dossier_input(workspace, context.arguments.text("framework")),
                        journal_entries(workspace, {.since = paris_midnight(day.plus_days(-1)).iso()}), day);
}

json::value as_json(const DossierStatus& status, const std::vector<DueDate>& due) {
  json::array dates;
  for (const auto& date : due)
    dates.push_back(json::object{
        {"day", date.day.iso()}, {"kind", json_text(word_of(date.kind))}, {"subject", date.subject}, {"overdue", date.overdue}, {"sentence", date.sentence}});
  return json::object{{"day", status.day.iso()},
                      {"items", status.summary.items},
                      {"answered", status.summary.answered},
                      {"demonstrated", status.summary.demonstrated},
                      {"expired", status.summary.expired},
                      {"obligations", shares_json(status.summary.obligations)},
                      {"forms", shares_json(status.summary.forms)},
                      {"due", std::move(dates)},
                      {"gaps", gaps_json(status.gaps)},
                      {"changes_since_yesterday", status.changes}};
}

/// "overdue", "today", "in 12 days".
std::string distance(Date today, const DueDate& date) {
  if (date.overdue) return tr("overdue");
  const auto days = days_between(today, date.day);
  return days == 0 ? tr("today") : trn("in {1} day", "in {1} days", days);
}

void print_due(Context& context, const DossierStatus& status, const std::vector<DueDate>& due, std::int64_t days) {
  if (due.empty()) {
    context.out << trn("Nothing is due in the next day.", "Nothing is due in the next {1} days.", days) << "\n\n";
    return;
  }
  Table table{{tr("Day"), tr("When"), tr("What is due")}};
  for (const auto& date : due) table.add({date.day.iso(), distance(status.day, date), date.sentence});
  table.print(context.out, context.surroundings.output_width);
  context.out << '\n';
}

void print_gaps(Context& context, const std::vector<Gap>& gaps) {
  for (std::size_t i = 0; i < std::min(gaps.size(), gaps_shown); ++i) context.out << gaps[i].item << " : " << gaps[i].sentence << '\n';
  if (gaps.empty()) context.out << tr("The dossier is complete.") << '\n';
  if (gaps.size() > gaps_shown)
    context.out << trn("… and {1} more gap: see hdskit dossier check.", "… and {1} more gaps: see hdskit dossier check.",
                       static_cast<std::int64_t>(gaps.size() - gaps_shown))
                << '\n';
  context.out << '\n';
}

int run(Context& context) {
  const auto days = std::clamp<std::int64_t>(context.arguments.number("days").value_or(status_days_ahead), 0, most_days);
  const auto status = read_status(context);
  const auto due = due_within(status, static_cast<int>(days));
  if (context.json) {
    print_json(context.out, as_json(status, due));
    return 0;
  }
  print_shares(context, status.summary);
  print_due(context, status, due, days);
  print_gaps(context, status.gaps);
  context.out << trn("{1} change since yesterday.", "{1} changes since yesterday.", status.changes) << '\n';
  return 0;
}

} // namespace

extern const Command dossier_status;
const Command dossier_status{
    .name = "dossier status",
    .summary = marked("Show where the dossier stands and what is due next"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
