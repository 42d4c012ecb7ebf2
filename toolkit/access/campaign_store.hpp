#pragma once

#include "toolkit/access/access_records.hpp"
#include "toolkit/access/campaign_lines.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

std::vector<ReviewCampaign> all_campaigns(const Workspace& workspace); ///< the oldest first
/// "RH1", letter case aside. Throws Problem not_found with the closest.
ReviewCampaign find_campaign(const Workspace& workspace, std::string_view reference);

/// The accounts and what was found of them. Throws Problem refused once the details were forgotten, damaged when the bytes are not those that were kept.
FrozenCampaign frozen_campaign(const Workspace& workspace, const ReviewCampaign& campaign);
/// By line; lines without any are left out. Throws what frozen_campaign does.
std::vector<CampaignDecision> campaign_decisions(const Workspace& workspace, const ReviewCampaign& campaign);
/// The text that was signed, whole; nothing before that, or once it was forgotten.
std::optional<std::string> signed_text(const Workspace& workspace, const ReviewCampaign& campaign);

std::vector<Withdrawal> withdrawals_of(const Workspace& workspace, const ReviewCampaign& campaign);
Withdrawal find_withdrawal(const Workspace& workspace, std::string_view reference); ///< "RT7". Throws Problem not_found with the closest

/// The newest campaign that was signed and whose details are kept; nullptr-like when there is none. `except`: not this one.
std::optional<ReviewCampaign> last_signed_campaign(const Workspace& workspace, std::string_view except = {});
std::optional<LastCampaign> details_of(const Workspace& workspace, const ReviewCampaign& campaign); ///< nothing once they are forgotten

/// Rule 15 judges the workspace's own last campaign: its decisions become an input of the review, unless a file gave some. Nothing in the first year.
void give_last_decisions(const Workspace& workspace, AccessReview& review);

/// Days after the end of a campaign during which its details are kept: setting access.retention_days, 395 when there is none.
inline constexpr const char* retention_setting = "access.retention_days";
inline constexpr int default_retention_days = 395;
int retention_days(const Workspace& workspace);
void set_retention_days(Change& change, int days); ///< 30 to 3,660. Throws Problem bad_input

} // namespace hdskit
