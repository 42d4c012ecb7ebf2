#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/access_view.hpp"
#include "toolkit/access/population_run.hpp"
#include "toolkit/base/problem.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "within", .placeholder = marked("DAYS"), .help = marked("How far ahead (default: 365)."), .kind = OptionKind::number},
    {.name = "list", .placeholder = nullptr, .help = marked("A line for each card, with its holder."), .kind = OptionKind::flag},
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day from which it is counted (default: today in Paris)."), .kind = OptionKind::date},
};

int run(Context& context) {
  constexpr std::int64_t usual = 365, longest = 3650; // days
  const auto within = context.arguments.number("within").value_or(usual);
  if (within < 1 || within > longest)
    throw Problem{ProblemKind::bad_input, "--within", tr("A number from {1} to {2} is expected.", {"1", std::to_string(longest)}), tr("Check the number.")};
  const auto workspace = context.open_workspace();
  const auto runs = read_access(workspace).population_runs;
  if (runs.empty())
    throw Problem{ProblemKind::not_found, "", tr("No certificate was checked yet."), tr("Check them with: hdskit access certificates … --workspace …")};
  const auto cards = cards_of(workspace, runs.back());
  if (!cards)
    throw Problem{ProblemKind::not_found, runs.back().reference, tr("The details of {1} were forgotten.", {runs.back().reference}),
                  tr("Check the certificates again.")};
  print_expiries(context, runs.back(), expiry_calendar(*cards, context.date_or_today(), static_cast<int>(within)));
  return 0;
}

} // namespace

extern const Command access_expiries;
const Command access_expiries{
    .name = "access expiries",
    .summary = marked("List the cards that end soon, month by month"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
