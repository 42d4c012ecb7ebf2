#include "cli/command.hpp"

#include "cli/continuity_options.hpp"
#include "cli/record_changes.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {continuity_operand};
constexpr Option options[] = {continuity_referenced_kind_option, continuity_set_option};

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto found = find_in_continuity(workspace, context.arguments);
  edit_and_report(context, workspace, found, read_assignments(workspace, found.kind, context.arguments.all("set")));
  return 0;
}

} // namespace

extern const Command continuity_edit;
const Command continuity_edit{
    .name = "continuity edit",
    .summary = marked("Change fields of a record of continuity"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
