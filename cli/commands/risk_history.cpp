#include "cli/command.hpp"

#include "cli/risk_standing.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {risk_operand};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto reference = context.arguments.text("reference");
  if (context.json) print_json(context.out, history_json(workspace, reference));
  else print_history(context, workspace, workspace_scale(workspace), reference);
  return 0;
}

} // namespace

extern const Command risk_history;
const Command risk_history{
    .name = "risk history",
    .summary = marked("Show a risk through the versions of the study"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
