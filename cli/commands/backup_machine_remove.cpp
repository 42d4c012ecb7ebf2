#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/record_changes.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {backup_machine_operand};

int run(Context& context) {
  auto workspace = context.open_workspace();
  remove_and_report(context, workspace, find_backup_record(workspace, BackupMachine::type().kind, context.arguments.text("machine")));
  return 0;
}

} // namespace

extern const Command backup_machine_remove;
const Command backup_machine_remove{
    .name = "backup machine remove",
    .summary = marked("No longer trust the results of a machine; those that came stay"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
