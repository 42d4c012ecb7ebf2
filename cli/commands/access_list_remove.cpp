#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/record_changes.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {access_list_operand};

int run(Context& context) {
  auto workspace = context.open_workspace();
  remove_and_report(context, workspace, find_access_record(workspace, ListSource::type().kind, context.arguments.text("list")));
  return 0;
}

} // namespace

extern const Command access_list_remove;
const Command access_list_remove{
    .name = "access list remove",
    .summary = marked("Remove the source of a revocation list"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
