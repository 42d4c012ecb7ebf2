#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/record_changes.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {backup_source_operand};

int run(Context& context) {
  auto workspace = context.open_workspace();
  remove_and_report(context, workspace, find_backup_record(workspace, BackupSource::type().kind, context.arguments.text("source")));
  return 0;
}

} // namespace

extern const Command backup_source_remove;
const Command backup_source_remove{
    .name = "backup source remove",
    .summary = marked("Remove a backup source that is no longer used; its tests stay"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
