#pragma once

#include "toolkit/access/campaign_decisions.hpp"
#include "toolkit/access/campaign_store.hpp"
#include "toolkit/access/card_signing.hpp"

namespace hdskit {

// The life of a review campaign: opened, decided line by line, signed, closed, forgotten.

inline constexpr int default_campaign_days = 60; ///< from the opening to the day on which all must be decided

struct CampaignOrder {
  std::string title;
  std::string reviewer; ///< who answers for the campaign, and signs it
  Date day;
  std::optional<Date> due; ///< nothing: default_campaign_days after `day`
  std::string note;
};
/// Freezes the accounts with what was found of them and compares them with last year's campaign. Details that nobody closes are forgotten too: they are kept
/// until the due day and the days of retention. What has outlived its own days is forgotten on the way. Throws Problem bad_input: no title, no reviewer, no
/// account, a due day before `order.day`.
ReviewCampaign open_campaign(Change& change, const CampaignOrder& order, const AccessReview& review, const std::vector<RuleOutcome>& outcomes);

/// Takes the decisions, all or none; deciding again replaces, and `undecided` takes back. Refuses with the defects of all of them, each with the line and
/// login: no such line, decision_defects. Throws Problem bad_input, refused when the campaign is no longer open.
ReviewCampaign decide_campaign(Change& change, const ReviewCampaign& campaign, const std::vector<CampaignDecision>& decisions);

/// What is to be signed, once every line is decided. Throws Problem refused: not open any more, undecided lines, changed since.
struct CampaignToSign {
  ReviewCampaign campaign;
  std::string text; ///< campaign_text()
  Digest content;   ///< of the text: what a card signs
  int withdrawal_days = 0;
};
CampaignToSign campaign_to_sign(const Workspace& workspace, const ReviewCampaign& campaign);
/// Whether this person is the one who answers for the campaign: the same name, and the same number when both are known. Throws Problem refused.
void refuse_other_signer(const CampaignToSign& to_sign, const std::string& name, const std::string& national_id,
                         const std::vector<CampaignDecision>& decisions);

/// By card: `signed_by_card` is the card's signature of `to_sign.content`. Without one it is a declared sign-off, and everything says so.
struct SignOff {
  std::string signer;
  std::optional<SignedByCard> signed_by_card;
  Date day;
};
/// A withdrawal is made of each line to be withdrawn or changed, due when the days of the policy have passed.
ReviewCampaign sign_campaign(Change& change, const CampaignToSign& to_sign, const SignOff& sign_off);

struct WithdrawalDone {
  Date day;
  std::string by, evidence, note; ///< evidence (code of a document) or note: one at least
};
Withdrawal carry_out(Change& change, const Withdrawal& withdrawal, const WithdrawalDone& done);

/// Once signed and every withdrawal carried out. The days of retention begin. Throws Problem refused, naming how many are left.
ReviewCampaign close_campaign(Change& change, const ReviewCampaign& campaign, Date day);

/// Forgets every personal file whose last day has passed, and tells so in the campaigns that they belonged to. Gives back their names.
std::vector<std::string> forget_campaign_details(Change& change, Date today);

} // namespace hdskit
