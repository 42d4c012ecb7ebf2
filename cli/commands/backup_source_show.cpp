#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/backup_view.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/file_restore_test.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {backup_source_operand};

std::vector<RestoreRun> runs_of(const Workspace& workspace, const BackupSource& source) {
  auto runs = all_runs(workspace);
  std::erase_if(runs, [&](const RestoreRun& run) { return folded(run.source) != folded(source.reference); });
  return runs;
}

json::object objectives_json(const RecoveryObjectives& objectives) {
  return {{"rto", to_field_text(objectives.rto)},
          {"rto_origin", objectives.rto_origin},
          {"rpo", to_field_text(objectives.rpo)},
          {"rpo_origin", objectives.rpo_origin}};
}

std::string promise_text(const std::optional<Minutes>& promised, const std::string& origin) {
  return promised ? tr("{1} ({2})", {to_field_text(promised), origin}) : tr("none");
}

void print(Context& context, const Workspace& workspace, const ReferencedRecord& found, const SourceStanding& standing, const RecoveryObjectives& objectives,
           std::span<const RestoreRun> runs) {
  Sheet sheet;
  for (std::size_t i = 0; i < found.kind.fields.size(); ++i)
    if (!found.record.values[i].empty()) sheet.add(tr(found.kind.fields[i].label), shown_value(workspace, found.kind.fields[i], found.record.values[i]));
  sheet.add(tr("Recovery time objective"), promise_text(objectives.rto, objectives.rto_origin));
  sheet.add(tr("Recovery point objective"), promise_text(objectives.rpo, objectives.rpo_origin));
  sheet.add(tr("Proof"), standing.sentence);
  sheet.print(context.out, context.surroundings.output_width);
  if (runs.empty()) return;
  context.out << '\n';
  print_runs(context, runs);
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto source = find_source(workspace, context.arguments.text("source"));
  const auto found = find_backup_record(workspace, BackupSource::type().kind, source.reference);
  const auto runs = runs_of(workspace, source);
  const auto standing = standing_of_source(source, runs, context.today());
  const auto objectives = objectives_of(source, read_continuity(workspace));
  if (!context.json) {
    print(context, workspace, found, standing, objectives, runs);
    return 0;
  }
  auto object = record_json(found.kind, found.record);
  object["objectives"] = objectives_json(objectives);
  object["standing"] = standing_json(standing);
  json::array tests;
  for (const auto& one : runs) tests.push_back(run_json(one));
  object["tests"] = std::move(tests);
  print_json(context.out, object);
  return 0;
}

} // namespace

extern const Command backup_source_show;
const Command backup_source_show{
    .name = "backup source show",
    .summary = marked("Show a backup source whole, with its objectives and its tests"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
