#include "cli/command.hpp"

#include "cli/continuity_options.hpp"
#include "cli/record_changes.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {continuity_operand};
constexpr Option options[] = {continuity_referenced_kind_option};

int run(Context& context) {
  auto workspace = context.open_workspace();
  remove_and_report(context, workspace, find_in_continuity(workspace, context.arguments));
  return 0;
}

} // namespace

extern const Command continuity_remove;
const Command continuity_remove{
    .name = "continuity remove",
    .summary = marked("Remove a record of continuity that nothing cites any more"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
