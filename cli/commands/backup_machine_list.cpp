#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto& kind = backup_kind(BackupMachine::type().kind);
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (const auto& record : kind.all(workspace)) printer.add(record_json(kind, record));
    printer.end();
    return 0;
  }
  Table table{{tr("Name"), tr("Fingerprint of the key"), tr("Last result imported"), tr("Note")}};
  for (const auto& machine : read_backups(workspace).machines)
    table.add({machine.reference, machine.fingerprint, machine.last_number == 0 ? std::string{} : std::to_string(machine.last_number), machine.note});
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command backup_machine_list;
const Command backup_machine_list{
    .name = "backup machine list",
    .summary = marked("List the machines whose signed results are trusted"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
