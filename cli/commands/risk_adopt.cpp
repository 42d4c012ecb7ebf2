#include "cli/command.hpp"

#include "cli/risk_view.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "scenario", .placeholder = marked("SCENARIO"), .help = marked("Its name in “hdskit risk catalogue”, such as ransomware."), .required = true},
};
constexpr Option options[] = {
    {.name = "with-measures",
     .placeholder = nullptr,
     .help = marked("Also take the measures that the catalogue proposes, as planned."),
     .kind = OptionKind::flag},
};

int run(Context& context) {
  const auto& scenario = catalogue_scenario(context.arguments.text("scenario"));
  auto workspace = context.open_workspace();
  Risk risk;
  workspace.change(context.acting(), [&](Change& change) { risk = adopt_scenario(change, scenario, context.arguments.has("with-measures")); });
  if (context.json) {
    const AssessedStudy assessed{workspace};
    print_json(context.out, risk_json(assessed, assessed.assessment_of(risk.reference)));
    return 0;
  }
  context.out << tr("Recorded: {1} {2}, “{3}”.", {tr(Risk::type().label), risk.reference, risk.name}) << '\n'
              << tr("Judge it now: hdskit risk edit {1} --set gravity=… --set likelihood=…", {risk.reference}) << '\n';
  return 0;
}

} // namespace

extern const Command risk_adopt;
const Command risk_adopt{
    .name = "risk adopt",
    .summary = marked("Take a scenario of the catalogue into the register"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
