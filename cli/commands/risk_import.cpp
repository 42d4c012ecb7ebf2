#include "cli/command.hpp"

#include "cli/read_table.hpp"
#include "cli/risk_options.hpp"
#include "cli/table_import_view.hpp"
#include "toolkit/exchange/risk_sheet.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The table: CSV, or a workbook of Excel (.xlsx)."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {risk_kind_option, import_preview_option};

int run(Context& context) {
  const auto& kind = chosen_kind(context.arguments);
  const auto file = context.arguments.text("file");
  auto table = read_table_file(context, file);
  auto workspace = context.open_workspace();
  return finish_import(context, preview_risk_table(workspace, kind, std::move(table)), [&](const RecordImport& outcome) {
    workspace.change(context.acting(), [&](Change& change) { import_records(change, kind, outcome, file); });
  });
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
