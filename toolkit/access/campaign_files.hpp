#pragma once

#include "toolkit/access/review_campaign.hpp"

#include <algorithm>
#include <string>

namespace hdskit {

// Where the personal files of a campaign lie. Decisions lie in pieces, so that one more rewrites few bytes, and five thousand make few files.

inline constexpr std::int64_t decisions_a_file = 100;

inline std::string lines_file(const ReviewCampaign& campaign) { return campaign.details + "lines"; }
inline std::string signed_file(const ReviewCampaign& campaign) { return campaign.details + "signed"; }
inline std::string decisions_prefix(const ReviewCampaign& campaign) { return campaign.details + "decisions/"; }
inline std::string decisions_file(const ReviewCampaign& campaign, std::int64_t line) {
  constexpr std::size_t digits = 5; // names are read back in the order of the alphabet
  const auto number = std::to_string((line - 1) / decisions_a_file);
  return decisions_prefix(campaign) + std::string(digits - std::min(digits, number.size()), '0') + number;
}

} // namespace hdskit
