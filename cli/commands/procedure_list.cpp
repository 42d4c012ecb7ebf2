#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/procedure_view.hpp"
#include "cli/regime_options.hpp"
#include "cli/table.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {today_option};

/// The day that matters next: the end of what was granted, or the decision.
std::string next_day(const ProcedureCase& file, const ProcedureStanding& standing) {
  if (standing.renewal) return tr("until {1}", {standing.renewal->term.iso()});
  if (standing.granted) return tr("since {1}", {standing.granted->iso()});
  const auto* decision = standing.decision(*file.regime);
  if (standing.state == ProcedureState::under_way && decision && decision->best) return tr("decision by {1}", {decision->best->iso()});
  return {};
}

int run(Context& context) {
  const auto files = all_procedures(context.open_workspace());
  const auto standings = standings_of(files, context.date_or_today());
  if (context.json) {
    json::array all;
    for (std::size_t i = 0; i < files.size(); ++i) all.push_back(procedure_json(files[i], standings[i]));
    print_json(context.out, all);
    return 0;
  }
  Table table{{tr("No."), tr("Title"), tr("Regime"), tr("State"), tr("Filed"), tr("Next"), tr("Owner")}};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto& procedure = files[i].procedure;
    table.add({procedure.id.text(), procedure.title, procedure.regime, tr(label_of(standings[i].state)), to_field_text(standings[i].filed),
               next_day(files[i], standings[i]), procedure.owner});
  }
  table.print(context.out, context.surroundings.output_width);
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!standings[i].gap.sentence.empty()) context.out << '\n' << tr("Procedure {1}: {2}", {files[i].procedure.id.text(), standings[i].gap.sentence}) << '\n';
  return 0;
}

} // namespace

extern const Command procedure_list;
const Command procedure_list{
    .name = "procedure list",
    .summary = marked("List the procedures and where each stands"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
