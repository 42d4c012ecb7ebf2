#include "cli/press/works.hpp"

#include "cli/access_view.hpp"
#include "cli/context.hpp"
#include "cli/press/card_calendar.hpp"
#include "toolkit/access/population_run.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

#include <ostream>

namespace hdskit::cli::press {
namespace {

void write_calendar(Context& context, const Workspace& workspace, std::span<const ExpiryMonth> months) {
  const auto file = context.arguments.text("ics");
  const auto deadlines = card_deadlines(months, context.arguments.has("names"));
  auto look = calendar_look(workspace, context.date_or_today());
  look.name = "Fin des cartes";
  write_file(file, calendar_text(deadlines, look, context.surroundings.now));
  if (!context.json) context.out << trn("Written: {1} card.", "Written: {1} cards.", static_cast<std::int64_t>(deadlines.size())) << '\n';
}

} // namespace

int access_expiries(Context& context) {
  constexpr std::int64_t usual = 365, longest = 3650; // days
  const auto within = context.arguments.number("within").value_or(usual);
  if (within < 1 || within > longest)
    throw Problem{ProblemKind::bad_input, "--within", tr("A number from {1} to {2} is expected.", {"1", std::to_string(longest)}), tr("Check the number.")};
  if (context.arguments.has("names") && !context.arguments.has("ics"))
    throw Problem{ProblemKind::bad_input, "--names", tr("There is no calendar to name the holders in."), tr("Give its file with --ics, or use --list.")};
  const auto workspace = context.open_workspace();
  const auto runs = read_access(workspace).population_runs;
  if (runs.empty())
    throw Problem{ProblemKind::not_found, "", tr("No certificate was checked yet."), tr("Check them with: hdskit access certificates … --workspace …")};
  const auto cards = cards_of(workspace, runs.back());
  if (!cards)
    throw Problem{ProblemKind::not_found, runs.back().reference, tr("The details of {1} were forgotten.", {runs.back().reference}),
                  tr("Check the certificates again.")};
  const auto months = expiry_calendar(*cards, context.date_or_today(), static_cast<int>(within));
  if (context.arguments.has("ics")) write_calendar(context, workspace, months);
  if (!context.arguments.has("ics") || context.json) print_expiries(context, runs.back(), months);
  return 0;
}

} // namespace hdskit::cli::press
