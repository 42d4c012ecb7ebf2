#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/backup_view.hpp"
#include "cli/table.hpp"
#include "toolkit/backup/proof_metrics.hpp"
#include "toolkit/backup/proof_monitoring.hpp"
#include "toolkit/base/problem.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    plugin_option,
    metrics_option,
    {.name = "date",
     .placeholder = marked("DATE"),
     .help = marked("The day as of which proofs are too old (default: today in Paris)."),
     .kind = OptionKind::date},
};

void print(Context& context, std::span<const SourceStanding> standings, bool all_proven) {
  if (context.json) {
    json::array sources;
    for (const auto& standing : standings) sources.push_back(standing_json(standing));
    return print_json(context.out, json::object{{"proven", all_proven}, {"sources", std::move(sources)}});
  }
  if (standings.empty()) {
    context.out << tr("No backup source is recorded: nothing is proven.") << '\n';
    return;
  }
  Table table{{tr("Source"), tr("Proof"), tr("What is known")}};
  for (const auto& standing : standings) table.add({standing.source, choice_label(standing.state), standing.sentence});
  table.print(context.out, context.surroundings.output_width);
}

int answer(Context& context) {
  const auto workspace = context.open_workspace();
  const auto backups = read_backups(workspace);
  const auto today = context.date_or_today();
  if (context.arguments.has("metrics"))
    write_metrics(context.arguments.text("metrics"), proof_metrics(backups.sources, backups.runs, context.surroundings.now, today));
  if (context.arguments.has("plugin")) {
    const auto line = proof_line(backups.sources, backups.runs, today);
    context.out << line.text << '\n';
    return static_cast<int>(line.state);
  }
  std::vector<SourceStanding> standings;
  for (const auto& source : backups.sources) standings.push_back(standing_of_source(source, backups.runs, today));
  const bool all_proven = !standings.empty() && std::ranges::all_of(standings, [](const SourceStanding& standing) {
    return standing.state == ProofState::proven || standing.state == ProofState::due_soon;
  });
  print(context, standings, all_proven);
  return all_proven ? 0 : 1;
}

int run(Context& context) {
  if (!context.arguments.has("plugin")) return answer(context);
  try {
    return answer(context);
  } catch (const Problem& problem) {
    const auto line = unknown_proof_line(problem.what());
    context.out << line.text << '\n';
    return static_cast<int>(line.state);
  }
}

} // namespace

extern const Command backup_due;
const Command backup_due{
    .name = "backup due",
    .summary = marked("Say which backup sources have no proof that is young enough"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
