#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/procedure_view.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/deadlines.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::int64_t most_days = 36'500; // a century: beyond, no one plans
constexpr std::string_view kinds[] = {"stage",    "duty",        "renewal", "term",    "evidence", "mandate",
                                      "contract", "certificate", "answer",  "measure", "review",   "continuity"};

constexpr Option options[] = {
    {.name = "days", .placeholder = marked("DAYS"), .help = marked("Only what is late or due in that many days (default: all)."), .kind = OptionKind::number},
    {.name = "kind", .placeholder = marked("KIND"), .help = marked("Only deadlines of that kind."), .kind = OptionKind::choice, .choices = kinds},
    {.name = "owner", .placeholder = marked("NAME"), .help = marked("Only those of one person.")},
    {.name = "all", .placeholder = nullptr, .help = marked("Also what is settled."), .kind = OptionKind::flag},
    today_option,
};

std::vector<Deadline> chosen(const Arguments& arguments, std::vector<Deadline> deadlines, Date today) {
  const auto days = arguments.number("days");
  const auto last = today.plus_days(static_cast<int>(std::min(days.value_or(most_days), most_days)));
  const auto owner = folded(arguments.text("owner"));
  std::erase_if(deadlines, [&](const Deadline& deadline) {
    return (deadline.done && !arguments.has("all")) || (days && deadline.day > last) ||
           (arguments.has("kind") && word_of(deadline.kind) != arguments.text("kind")) || (arguments.has("owner") && folded(deadline.owner) != owner);
  });
  return deadlines;
}

std::string distance(const Deadline& deadline, Date today) {
  if (deadline.done) return tr("settled on {1}", {deadline.done->iso()});
  if (is_late(deadline, today)) return tr("late");
  const auto days = days_between(today, deadline.day);
  return days == 0 ? tr("today") : trn("in {1} day", "in {1} days", days);
}

int run(Context& context) {
  const auto today = context.date_or_today();
  const auto deadlines = chosen(context.arguments, all_deadlines(context.open_workspace(), today), today);
  if (context.json) {
    json::array all;
    for (const auto& deadline : deadlines) all.push_back(deadline_json(deadline, today));
    print_json(context.out, all);
    return 0;
  }
  if (deadlines.empty()) {
    context.out << tr("Nothing is due.") << '\n';
    return 0;
  }
  Table table{{tr("Day"), tr("When"), tr("What is due"), tr("Owner"), tr("Name")}};
  for (const auto& deadline : deadlines)
    table.add({deadline.day.iso() + (deadline.hypothetical ? " ?" : ""), distance(deadline, today), deadline.title, deadline.owner, deadline.uid});
  table.print(context.out, context.surroundings.output_width);
  if (std::ranges::any_of(deadlines, &Deadline::hypothetical)) context.out << tr("“?”: rests on an assumption, for what starts it is not recorded.") << '\n';
  return 0;
}

} // namespace

extern const Command deadline_list;
const Command deadline_list{
    .name = "deadline list",
    .summary = marked("List all deadlines: procedures, duties, documents, mandates, contracts, answers"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
