#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "cli/table.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {campaign_operand};

json::array numbers(const std::vector<std::int64_t>& lines) {
  json::array array;
  for (const auto line : lines) array.emplace_back(line);
  return array;
}

json::object comparison_json(const ReviewCampaign& campaign, const CampaignComparison& comparison) {
  json::array gone;
  for (const auto& account : comparison.gone)
    gone.push_back(
        json::object{{"application", account.application}, {"login", account.login}, {"name", account.name}, {"last_decision", account.last_decision}});
  return {{"campaign", campaign.reference},          {"previous", campaign.previous},          {"not_withdrawn", numbers(comparison.not_withdrawn)},
          {"new", numbers(comparison.new_accounts)}, {"changed", numbers(comparison.changed)}, {"gone", std::move(gone)}};
}

void add_lines(Table& table, const FrozenCampaign& frozen, const std::vector<std::int64_t>& lines) {
  for (const auto number : lines) {
    const auto& line = frozen.lines[static_cast<std::size_t>(number - 1)];
    std::string differences;
    for (const auto& difference : line.differences) differences += (differences.empty() ? "" : ", ") + label_of_difference(difference);
    table.add({std::to_string(number), subject_of(line), line.name, differences, line.last_decision});
  }
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto campaign = chosen_campaign(context, workspace);
  const auto frozen = frozen_campaign(workspace, campaign);
  const auto comparison = compare_with_last(frozen);
  if (context.json) print_json(context.out, comparison_json(campaign, comparison));
  else if (campaign.previous.empty()) context.out << tr("This is the first campaign: there is none to compare it with.") << '\n';
  else {
    Table table{{tr("No."), tr("Account"), tr("Name"), tr("Difference"), tr("Decision of {1}", {campaign.previous})}};
    for (const auto* lines : {&comparison.not_withdrawn, &comparison.new_accounts, &comparison.changed}) add_lines(table, frozen, *lines);
    for (const auto& account : comparison.gone)
      table.add({"", account.application.empty() ? account.login : account.application + "/" + account.login, account.name, tr("gone or closed"),
                 account.last_decision});
    table.print(context.out, context.surroundings.output_width);
  }
  return comparison.not_withdrawn.empty() ? 0 : 1;
}

} // namespace

extern const Command access_campaign_compare;
const Command access_campaign_compare{
    .name = "access campaign compare",
    .summary = marked("Compare a review campaign with last year’s"),
    .operands = operands,
    .json = true,
    .run = run,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
