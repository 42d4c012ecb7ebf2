#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "cli/table.hpp"

#include <map>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {campaign_operand};
constexpr Option options[] = {
    {.name = "undecided", .placeholder = nullptr, .help = marked("Only the accounts that are still to be decided upon."), .kind = OptionKind::flag},
    {.name = "findings", .placeholder = nullptr, .help = marked("Only the accounts with a finding."), .kind = OptionKind::flag},
    {.name = "line", .placeholder = marked("NUMBER"), .help = marked("Only this line, with all that is known of it."), .kind = OptionKind::number},
};

using ByLine = std::map<std::int64_t, CampaignDecision>;

bool is_wanted(const Context& context, const CampaignLine& line, const CampaignDecision* decision) {
  const auto& arguments = context.arguments;
  if (const auto number = arguments.number("line"); number && *number != line.number) return false;
  if (arguments.has("undecided") && decision) return false;
  return !arguments.has("findings") || !line.findings.empty();
}

std::string differences_of(const CampaignLine& line) {
  std::string text;
  for (const auto& difference : line.differences) text += (text.empty() ? "" : ", ") + label_of_difference(difference);
  return text;
}

void print_findings(std::ostream& out, const CampaignLine& line) {
  for (const auto& remark : line.findings) out << label_of_severity(remark.severity) << tr(": ") << remark.sentence << " (" << remark.evidence << ")\n";
  for (const auto& rule : line.not_judged) out << tr("not evaluable: {1}", {title_of_rule(rule)}) << '\n';
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto campaign = chosen_campaign(context, workspace);
  const auto frozen = frozen_campaign(workspace, campaign);
  ByLine decisions;
  for (auto& decision : campaign_decisions(workspace, campaign)) decisions[decision.line] = std::move(decision);
  JsonArrayPrinter array{context.out};
  Table table{{tr("No."), tr("Account"), tr("Name"), tr("Role"), tr("Findings"), tr("Differences"), tr("Decision"), tr("Reason")}};
  for (const auto& line : frozen.lines) {
    const auto found = decisions.find(line.number);
    const auto* decision = found == decisions.end() ? nullptr : &found->second;
    if (!is_wanted(context, line, decision)) continue;
    if (context.json) array.add(campaign_line_json(line, decision));
    else
      table.add({std::to_string(line.number), subject_of(line), line.name, line.role, std::to_string(line.findings.size()), differences_of(line),
                 label_of(decision ? decision->decision : LineDecision::undecided), decision ? decision->reason : std::string{}});
  }
  if (context.json) array.end();
  else table.print(context.out, context.surroundings.output_width);
  const auto number = context.arguments.number("line");
  if (!context.json && number && *number > 0 && *number <= static_cast<std::int64_t>(frozen.lines.size()))
    print_findings(context.out, frozen.lines[static_cast<std::size_t>(*number - 1)]);
  return 0;
}

} // namespace

extern const Command access_campaign_lines;
const Command access_campaign_lines{
    .name = "access campaign lines",
    .summary = marked("List the accounts of a review campaign, with findings and decisions"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
