#include "cli/command.hpp"

#include "cli/risk_options.hpp"
#include "toolkit/risk/study_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {risk_operand};

int run(Context& context) {
  const auto reference = context.arguments.text("reference");
  auto workspace = context.open_workspace();
  std::string scenario;
  workspace.change(context.acting(), [&](Change& change) { scenario = grow_risk(change, reference); });
  if (context.json) print_json(context.out, json::object{{"risk", json_text(reference)}, {"operational_scenario", json_text(scenario)}});
  else
    context.out << tr("{1} has grown into the operational scenario {2}; its steps are recorded with: hdskit risk add --kind elementary-action "
                      "--set operational_scenario={2} …",
                      {reference, scenario})
                << '\n';
  return 0;
}

} // namespace

extern const Command risk_grow;
const Command risk_grow{
    .name = "risk grow",
    .summary = marked("Let a line of the register grow into a strategic and an operational scenario"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
