#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/record_changes.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {access_target_operand};

int run(Context& context) {
  auto workspace = context.open_workspace();
  remove_and_report(context, workspace, find_access_record(workspace, HostedEndpoint::type().kind, context.arguments.text("target")));
  return 0;
}

} // namespace

extern const Command access_target_remove;
const Command access_target_remove{
    .name = "access target remove",
    .summary = marked("Remove a declared endpoint; its checks stay"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
