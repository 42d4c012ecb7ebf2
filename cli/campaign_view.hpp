#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/option.hpp"
#include "toolkit/access/run_campaign.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// What the commands of review campaigns have in common.

inline constexpr Option campaign_operand{
    .name = "campaign", .placeholder = marked("REFERENCE"), .help = marked("The campaign, such as RH1 (default: the newest).")};

/// The one that is named, or the newest. Throws Problem not_found when there is none.
ReviewCampaign chosen_campaign(const Context& context, const Workspace& workspace);

json::object campaign_json(const ReviewCampaign& campaign);
json::object campaign_line_json(const CampaignLine& line, const CampaignDecision* decision);
json::object withdrawal_json(const Withdrawal& withdrawal);

std::string label_of(CampaignState state);
std::string label_of(LineDecision decision);
std::string iso_day(const std::optional<Date>& day); ///< ISO, "" when there is none

/// "Signed by … with their card", or that it was declared without a card; "" while it is open.
std::string sign_off_sentence(const Workspace& workspace, const ReviewCampaign& campaign);

} // namespace hdskit::cli
