#include "cli/command.hpp"

#include "cli/record_changes.hpp"
#include "cli/risk_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {reference_operand};
constexpr Option options[] = {referenced_kind_option};

int run(Context& context) {
  auto workspace = context.open_workspace();
  remove_and_report(context, workspace, find_referenced(workspace, context.arguments));
  return 0;
}

} // namespace

extern const Command risk_remove;
const Command risk_remove{
    .name = "risk remove",
    .summary = marked("Remove a risk, or another object of the study, that nothing cites any more"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
