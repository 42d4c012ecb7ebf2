#include "toolkit/access/campaign_text.hpp"

#include "toolkit/access/campaign_json.hpp"
#include "toolkit/base/digest.hpp"

#include <boost/json.hpp>

#include <map>

namespace hdskit {
namespace {

namespace json = boost::json;

std::string iso_of(const std::optional<Date>& day) { return day ? day->iso() : std::string{}; }

} // namespace

std::string campaign_text(const ReviewCampaign& campaign, const FrozenCampaign& frozen, const std::vector<CampaignDecision>& decisions) {
  std::string text = json::serialize(json::object{{"format", "hdskit access campaign 1"},
                                                  {"campaign", campaign.reference},
                                                  {"title", campaign.title},
                                                  {"opened_on", iso_of(campaign.opened_on)},
                                                  {"due", iso_of(campaign.due)},
                                                  {"previous", campaign.previous},
                                                  {"reviewer", campaign.reviewer},
                                                  {"policy", campaign.policy},
                                                  {"inputs", json::parse(campaign.inputs.empty() ? "[]" : campaign.inputs)},
                                                  {"accounts", campaign.lines},
                                                  {"frozen", digest_of(frozen_json(frozen)).hex()}}) +
                     "\n";
  for (const auto& rule : frozen.rules)
    text += json::serialize(json::object{{"rule", rule.id},
                                         {"state", std::string{word_of(rule.state)}},
                                         {"findings", rule.findings},
                                         {"unjudged", rule.unjudged},
                                         {"reason", rule.reason}}) +
            "\n";
  std::map<std::int64_t, const CampaignDecision*> by_line;
  for (const auto& decision : decisions) by_line[decision.line] = &decision;
  for (const auto& line : frozen.lines) {
    text += line_json(line) + "\n";
    if (const auto found = by_line.find(line.number); found != by_line.end()) text += decision_json(*found->second) + "\n";
  }
  return text;
}

} // namespace hdskit
