#pragma once

#include "toolkit/access/review_campaign.hpp"

namespace hdskit {

// What a campaign decides upon, frozen on the day it is opened: pure, from a review and what its rules found.

/// What one rule concluded, over all accounts.
struct CampaignRule {
  std::string id;
  ReviewState state = ReviewState::not_evaluable;
  std::string reason; ///< why it is not evaluable, or not whole
  std::int64_t findings = 0, unjudged = 0;
};

/// An account of last year that is not here any more, or is closed.
struct GoneAccount {
  std::string application, login, name, last_decision;
};

struct FrozenCampaign {
  std::vector<CampaignRule> rules;
  std::vector<CampaignLine::Remark> general; ///< findings that no line bears: about the logs, about logins without account
  std::vector<CampaignLine> lines;
  std::vector<GoneAccount> gone;
  int withdrawal_days = 0; ///< of the policy: how long a withdrawal may take once it is signed
};

/// Last year's campaign, as far as its details are still kept.
struct LastCampaign {
  std::vector<CampaignLine> lines;
  std::vector<CampaignDecision> decisions;
};

/// The rules as they are kept with a campaign: in French, whoever opens it, since they are printed in a French paper.
std::vector<RuleOutcome> judge_for_campaign(const AccessReview& review);

/// Closed accounts are no lines: nobody enters by them. A finding stands at each line that it names. A line that was to be withdrawn last year and is active
/// bears the difference "not_withdrawn" before all others. `last`: nullptr in the first year, when no line can be told new.
FrozenCampaign freeze_campaign(const AccessReview& review, const std::vector<RuleOutcome>& outcomes, const LastCampaign* last);

std::int64_t finding_count(const FrozenCampaign& frozen); ///< of the rules, each once
std::string means_words(const AccountMeans& means);       ///< "card, password", in stable words; "" when nothing is told
std::string label_of_state(std::string_view state);       ///< of CampaignLine::state, for people
std::string label_of_means(std::string_view means);
std::string label_of_difference(std::string_view difference);
std::string label_of_severity(std::string_view severity); ///< of CampaignLine::Remark::severity
std::string title_of_rule(std::string_view id);
std::string subject_of(const CampaignLine& line); ///< "application/login"

/// What the comparison with last year says, the gravest first.
struct CampaignComparison {
  std::vector<std::int64_t> not_withdrawn, new_accounts, changed; ///< numbers of lines
  std::vector<GoneAccount> gone;
};
CampaignComparison compare_with_last(const FrozenCampaign& frozen);

} // namespace hdskit
