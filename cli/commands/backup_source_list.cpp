#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/backup_view.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto backups = read_backups(workspace);
  const auto& kind = backup_kind(BackupSource::type().kind);
  const auto records = kind.all(workspace);
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (std::size_t i = 0; i < records.size(); ++i) {
      auto object = record_json(kind, records[i]);
      object["standing"] = standing_json(standing_of_source(backups.sources.at(i), backups.runs, context.today()));
      printer.add(object);
    }
    printer.end();
    return 0;
  }
  Table table{{tr("Name"), tr("Kind of backup"), tr("Location"), tr("Copy"), tr("Service"), tr("Proof"), tr("Last proof"), tr("Next test")}};
  const auto day = [](const std::optional<Date>& date) { return date ? date->iso() : std::string{}; };
  for (const auto& source : backups.sources) {
    const auto standing = standing_of_source(source, backups.runs, context.today());
    table.add({source.reference, choice_label(source.kind), source.location, choice_label(source.copy), source.service, choice_label(standing.state),
               day(standing.last_proof), day(standing.next_test)});
  }
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command backup_source_list;
const Command backup_source_list{
    .name = "backup source list",
    .summary = marked("List the backup sources with their last proof"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
