#include "cli/command.hpp"

#include "cli/read_table.hpp"
#include "cli/risk_options.hpp"
#include "toolkit/exchange/risk_sheet.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The table: CSV, or a workbook of Excel (.xlsx)."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    risk_kind_option,
    {.name = "preview", .placeholder = nullptr, .help = marked("Only say what would change, and every cell that would be refused."), .kind = OptionKind::flag},
};

/// Nothing is written, not even to the journal, when a cell is refused or the table brings nothing new.
RecordImport import(Context& context, Workspace& workspace, const RecordKind& kind, CsvReading table) {
  auto outcome = preview_risk_table(workspace, kind, std::move(table));
  if (context.arguments.has("preview") || outcome.planned.empty()) return outcome;
  if (!outcome.refused.empty()) {
    outcome.added = outcome.changed = 0; // all or nothing
    return outcome;
  }
  workspace.change(context.acting(), [&](Change& change) { import_records(change, kind, outcome, context.arguments.text("file")); });
  return outcome;
}

json::object as_json(const RecordImport& outcome) {
  json::array refused;
  for (const auto& defect : outcome.refused)
    refused.push_back(json::object{{"line", defect.line}, {"column", defect.column}, {"sentence", json_text(defect.sentence)}});
  return {{"added", outcome.added}, {"changed", outcome.changed}, {"unchanged", outcome.unchanged}, {"refused", std::move(refused)}};
}

void print(Context& context, const RecordImport& outcome) {
  if (context.arguments.has("preview"))
    for (const auto& planned : outcome.planned)
      context.out << (planned.id ? tr("changed: {1}, {2}", {planned.reference, planned.title}) : tr("added: {1}, {2}", {planned.reference, planned.title}))
                  << '\n';
  if (!outcome.refused.empty()) context.out << listed(outcome.refused) << '\n' << tr("Nothing was changed.") << '\n';
  context.out << tr("{1} added, {2} changed, {3} as they were, {4} refused.",
                    {std::to_string(outcome.added), std::to_string(outcome.changed), std::to_string(outcome.unchanged), std::to_string(outcome.refused.size())})
              << '\n';
}

int run(Context& context) {
  const auto& kind = chosen_kind(context.arguments);
  auto table = read_table_file(context, context.arguments.text("file"));
  auto workspace = context.open_workspace();
  const auto outcome = import(context, workspace, kind, std::move(table));
  if (context.json) print_json(context.out, as_json(outcome));
  else print(context, outcome);
  return outcome.refused.empty() ? 0 : 1;
}

} // namespace

extern const Command risk_import;
const Command risk_import{
    .name = "risk import",
    .summary = marked("Take a register of risks, or another kind of object, from a table into the study"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
