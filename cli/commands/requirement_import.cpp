#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/framework_options.hpp"
#include "cli/json.hpp"
#include "cli/read_table.hpp"
#include "toolkit/exchange/requirement_csv.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The table, as “hdskit requirement export” writes it and Excel gives it back: CSV or a workbook (.xlsx)."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    framework_option,
    {.name = "preview", .placeholder = nullptr, .help = marked("Only say what would change, and every cell that would be refused."), .kind = OptionKind::flag},
};

RequirementImport preview(const Workspace& workspace, const Checklist& checklist, const CsvReading& table) {
  return preview_requirements(checklist, all_answers(workspace), table);
}

/// Nothing is written, not even to the journal, when the table brings nothing new.
RequirementImport import(Context& context, Workspace& workspace, const CsvReading& table, const std::string& file) {
  auto expected = preview(workspace, chosen_checklist(workspace, context.arguments), table);
  if (expected.refused.empty() && expected.answers.empty()) return expected;
  RequirementImport done;
  workspace.change(context.acting(),
                   [&](Change& change) { done = import_requirements(change, chosen_checklist(change.workspace(), context.arguments), table, file); });
  return done;
}

json::value as_json(const RequirementImport& outcome) {
  json::array refused;
  for (const auto& defect : outcome.refused) refused.push_back(json::object{{"line", defect.line}, {"column", defect.column}, {"sentence", defect.sentence}});
  return json::object{{"added", outcome.added}, {"changed", outcome.changed}, {"unchanged", outcome.unchanged}, {"refused", std::move(refused)}};
}

int run(Context& context) {
  const auto file = context.arguments.text("file");
  const auto table = read_table_file(context, file);
  auto workspace = context.open_workspace();
  const auto outcome =
      context.arguments.has("preview") ? preview(workspace, chosen_checklist(workspace, context.arguments), table) : import(context, workspace, table, file);
  if (context.json) {
    print_json(context.out, as_json(outcome));
  } else {
    if (!outcome.refused.empty()) context.out << listed(outcome.refused) << '\n';
    context.out << tr("{1} answers added, {2} changed, {3} as they were.",
                      {std::to_string(outcome.added), std::to_string(outcome.changed), std::to_string(outcome.unchanged)})
                << '\n';
  }
  return outcome.refused.empty() ? 0 : 1;
}

} // namespace

extern const Command requirement_import;
const Command requirement_import{
    .name = "requirement import",
    .summary = marked("Take the answers from a table back into the workspace"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
