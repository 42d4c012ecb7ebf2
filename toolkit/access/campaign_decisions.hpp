#pragma once

#include "toolkit/access/review_campaign.hpp"

namespace hdskit {

/// Who is meant by the name, number or matricule of a reviewer, among the accounts of a campaign. Keeps what it needs of the lines.
class ReviewerCheck {
public:
  explicit ReviewerCheck(const std::vector<CampaignLine>& lines);
  /// The same national identifier, the same name whatever the order of its words, the same matricule or login; also when another account of the reviewer says
  /// that they are one. Two persons of one name cannot be told apart here: then somebody else decides.
  bool is_beneficiary(const std::string& reviewer, const std::string& reviewer_id, const CampaignLine& line) const;

private:
  struct Known {
    std::string name, national_id, matricule;
  };
  std::vector<Known> known_; ///< sorted by name
};

/// What is wrong with a decision about its line, in sentences; nothing when all is right. An undecided one takes a decision back and needs nothing.
std::vector<std::string> decision_defects(const CampaignDecision& decision, const CampaignLine& line, const ReviewerCheck& reviewers);

/// How many of each.
struct DecisionCounts {
  std::int64_t decided = 0, kept = 0, withdrawn = 0, changed = 0, justified = 0;
};
DecisionCounts count_decisions(const std::vector<CampaignDecision>& decisions);

} // namespace hdskit
