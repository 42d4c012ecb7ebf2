#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {campaign_operand};
constexpr Option options[] = {
    {.name = "done", .placeholder = marked("REFERENCE"), .help = marked("This withdrawal was carried out, such as RT7.")},
    {.name = "on", .placeholder = marked("DATE"), .help = marked("With --done: when (default: today)."), .kind = OptionKind::date},
    {.name = "by", .placeholder = marked("NAME"), .help = marked("With --done: who did it (default: who acts on the workspace).")},
    {.name = "evidence", .placeholder = marked("CODE"), .help = marked("With --done: code of the document that shows it.")},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("With --done: what shows it, when there is no document.")},
};

int carry_out_one(Context& context) {
  auto workspace = context.open_workspace();
  const auto& arguments = context.arguments;
  auto withdrawal = find_withdrawal(workspace, arguments.text("done"));
  const auto evidence = arguments.text("evidence");
  WithdrawalDone done{.day = arguments.date("on").value_or(context.today()),
                      .by = arguments.has("by") ? arguments.text("by") : context.acting().name,
                      .evidence = evidence.empty() ? evidence : find_evidence(workspace, evidence).code,
                      .note = arguments.text("note")};
  workspace.change(context.acting(), [&](Change& change) { withdrawal = carry_out(change, withdrawal, done); });
  if (context.json) print_json(context.out, withdrawal_json(withdrawal));
  else context.out << tr("{1} was carried out on {2} by {3}.", {withdrawal.reference, tr_date(done.day), withdrawal.done_by}) << '\n';
  return 0;
}

int run(Context& context) {
  if (context.arguments.has("done")) return carry_out_one(context);
  const auto workspace = context.open_workspace();
  const auto withdrawals = withdrawals_of(workspace, chosen_campaign(context, workspace));
  const auto today = context.today();
  bool late = false;
  json::array all;
  Table table{{tr("Reference"), tr("Line"), tr("What is to be done"), tr("Due"), tr("Done on"), tr("Done by"), tr("Evidence")}};
  for (const auto& withdrawal : withdrawals) {
    late = late || (!withdrawal.done_on && withdrawal.due && *withdrawal.due < today);
    if (context.json) all.push_back(withdrawal_json(withdrawal));
    else
      table.add({withdrawal.reference, std::to_string(withdrawal.line), tr(choices_of(withdrawal.action)[static_cast<std::size_t>(withdrawal.action)].label),
                 iso_day(withdrawal.due), iso_day(withdrawal.done_on), withdrawal.done_by,
                 withdrawal.evidence.empty() ? withdrawal.note : withdrawal.evidence});
  }
  if (context.json) print_json(context.out, all);
  else table.print(context.out, context.surroundings.output_width);
  return late ? 1 : 0;
}

} // namespace

extern const Command access_campaign_withdrawals;
const Command access_campaign_withdrawals{
    .name = "access campaign withdrawals",
    .summary = marked("List what a review campaign decided to withdraw or change, or tell that it was done"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
