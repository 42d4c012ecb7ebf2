#pragma once

#include "toolkit/access/campaign_lines.hpp"

namespace hdskit {

/// The text that is signed: one JSON object a line, in UTF-8, each line ended by LF. First the campaign with the digests of its inputs and its policy, then the
/// rules, then each account with its decision. The same campaign gives the same bytes. See docs/formats/access-campaign.md.
std::string campaign_text(const ReviewCampaign& campaign, const FrozenCampaign& frozen, const std::vector<CampaignDecision>& decisions);

} // namespace hdskit
