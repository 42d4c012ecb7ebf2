#pragma once

#include "toolkit/access/campaign_lines.hpp"

namespace hdskit {

// The frozen campaign and its decisions as they lie in personal files and as they are signed: the same content gives the same bytes. See
// docs/formats/access-campaign.md.

constexpr std::size_t campaign_json_limit = 512u << 20; ///< bytes: a million accounts

std::string frozen_json(const FrozenCampaign& frozen);
/// Throws Problem bad_input with all defects: `name` is the file.
FrozenCampaign frozen_of_json(std::string_view json, const std::string& name);

std::string line_json(const CampaignLine& line);             ///< one line of JSON
std::string decision_json(const CampaignDecision& decision); ///< the same
std::string decisions_json(const std::vector<CampaignDecision>& decisions);
std::vector<CampaignDecision> decisions_of_json(std::string_view json, const std::string& name);

/// ReviewCampaign::inputs: a list with source, file name without its folder, sha256, lines, dated of each.
std::string inputs_json(const std::vector<ReviewInput>& inputs);
struct CampaignInput {
  std::string source, file, sha256, dated;
  std::int64_t lines = 0;
};
std::vector<CampaignInput> inputs_of_json(std::string_view json);
std::string label_of(const CampaignInput& input); ///< of its source, in the current language

} // namespace hdskit
