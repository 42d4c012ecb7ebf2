#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/record_changes.hpp"
#include "cli/records.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {backup_source_operand};
constexpr Option options[] = {
    {.name = "set",
     .placeholder = marked("FIELD=VALUE"),
     .help = marked("Gives a field its value; an empty value empties it. “hdskit backup source fields” lists them."),
     .required = true,
     .repeatable = true},
};

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto found = find_backup_record(workspace, BackupSource::type().kind, context.arguments.text("source"));
  edit_and_report(context, workspace, found, read_assignments(workspace, found.kind, context.arguments.all("set")));
  return 0;
}

} // namespace

extern const Command backup_source_edit;
const Command backup_source_edit{
    .name = "backup source edit",
    .summary = marked("Change what is recorded of a backup source"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
