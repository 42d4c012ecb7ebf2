#include "cli/command.hpp"

#include "cli/record_changes.hpp"
#include "cli/risk_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {reference_operand};
constexpr Option options[] = {referenced_kind_option, risk_set_option};

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto found = find_referenced(workspace, context.arguments);
  edit_and_report(context, workspace, found, read_risk_assignments(workspace, found.kind, context.arguments.all("set")));
  return 0;
}

} // namespace

extern const Command risk_edit;
const Command risk_edit{
    .name = "risk edit",
    .summary = marked("Change fields of a risk, or of another object of the study"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
