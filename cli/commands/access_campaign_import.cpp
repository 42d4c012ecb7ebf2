#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "cli/read_table.hpp"
#include "cli/table_import_view.hpp"
#include "toolkit/exchange/campaign_sheet.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The table that was exported and filled in: CSV, or a workbook of Excel (.xlsx)."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    campaign_operand,
    {.name = "reviewer", .placeholder = marked("NAME"), .help = marked("Who decided, where the table names nobody (default: who acts on the workspace).")},
    {.name = "date",
     .placeholder = marked("DATE"),
     .help = marked("The day of the decisions, where the table has none (default: today)."),
     .kind = OptionKind::date},
    import_preview_option,
};

json::object preview_json(const DecisionImport& import) {
  json::array refused;
  for (const auto& defect : import.refused)
    refused.push_back(json::object{{"line", defect.line}, {"column", defect.column}, {"sentence", json_text(defect.sentence)}});
  return {{"taken", import.refused.empty() ? import.taken.size() : 0},
          {"unchanged", import.unchanged},
          {"left_open", import.left_open},
          {"refused", std::move(refused)}};
}

void print(Context& context, const DecisionImport& import, const FrozenCampaign& frozen) {
  if (context.arguments.has("preview"))
    for (const auto& decision : import.taken)
      context.out << tr("line {1} ({2}): {3}",
                        {std::to_string(decision.line), subject_of(frozen.lines[static_cast<std::size_t>(decision.line - 1)]), label_of(decision.decision)})
                  << '\n';
  if (!import.refused.empty()) context.out << listed(import.refused) << '\n' << tr("Nothing was changed.") << '\n';
  context.out << tr("{1} decisions taken, {2} as they were, {3} left open, {4} refused.",
                    {std::to_string(import.refused.empty() ? import.taken.size() : 0), std::to_string(import.unchanged), std::to_string(import.left_open),
                     std::to_string(import.refused.size())})
              << '\n';
}

int run(Context& context) {
  const auto& arguments = context.arguments;
  const auto table = read_table_file(context, arguments.text("file"));
  auto workspace = context.open_workspace();
  const auto campaign = chosen_campaign(context, workspace);
  const auto frozen = frozen_campaign(workspace, campaign);
  const auto reviewer = arguments.has("reviewer") ? arguments.text("reviewer") : context.acting().name;
  const auto import = preview_decisions(frozen, campaign_decisions(workspace, campaign), table, reviewer, context.date_or_today());
  if (!arguments.has("preview") && import.refused.empty() && !import.taken.empty())
    workspace.change(context.acting(), [&](Change& change) { decide_campaign(change, campaign, import.taken); });
  if (context.json) print_json(context.out, preview_json(import));
  else print(context, import, frozen);
  return import.refused.empty() ? 0 : 1;
}

} // namespace

extern const Command access_campaign_import;
const Command access_campaign_import{
    .name = "access campaign import",
    .summary = marked("Take the decisions of a review campaign from a table that was filled in"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
