#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto campaigns = all_campaigns(context.open_workspace());
  if (context.json) {
    json::array all;
    for (const auto& campaign : campaigns) all.push_back(campaign_json(campaign));
    print_json(context.out, all);
    return 0;
  }
  Table table{{tr("Reference"), tr("Title"), tr("State"), tr("Opened on"), tr("Due"), tr("Accounts"), tr("Decided"), tr("Findings"), tr("To be withdrawn")}};
  for (const auto& campaign : campaigns)
    table.add({campaign.reference, campaign.title, label_of(campaign.state), iso_day(campaign.opened_on), iso_day(campaign.due), std::to_string(campaign.lines),
               std::to_string(campaign.decided), std::to_string(campaign.findings), std::to_string(campaign.withdrawn)});
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command access_campaign_list;
const Command access_campaign_list{
    .name = "access campaign list",
    .summary = marked("List the review campaigns"),
    .json = true,
    .run = run,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
