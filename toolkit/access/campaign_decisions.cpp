#include "toolkit/access/campaign_decisions.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t longest_reason = 4000; ///< bytes: what a person writes in a cell

bool needs_reason(const CampaignDecision& decision, const CampaignLine& line) { return decision.decision != LineDecision::keep || !line.findings.empty(); }

std::string reason_sentence(const CampaignDecision& decision) {
  if (decision.decision == LineDecision::keep) return tr("There is a finding about this account: to keep it as it is, a reason is needed.");
  return tr("The decision “{1}” needs a reason.", {tr(choices_of(LineDecision{})[static_cast<std::size_t>(decision.decision)].label)});
}

} // namespace

ReviewerCheck::ReviewerCheck(const std::vector<CampaignLine>& lines) {
  for (const auto& line : lines) {
    auto name = person_name_key(line.name);
    if (!name.empty() && !(line.national_id.empty() && line.matricule.empty())) known_.push_back({std::move(name), line.national_id, line.matricule});
  }
  std::ranges::sort(known_, {}, &Known::name);
}

bool ReviewerCheck::is_beneficiary(const std::string& reviewer, const std::string& reviewer_id, const CampaignLine& line) const {
  const auto name = person_name_key(reviewer);
  const auto id = national_id_of(reviewer_id), given_id = id.empty() ? reviewer_id : id;
  if (!given_id.empty() && (given_id == line.national_id || folded_word(given_id) == folded_word(line.matricule))) return true;
  if (name.empty()) return false;
  const auto word = folded_word(reviewer);
  if (name == person_name_key(line.name) || word == folded_word(line.login) || word == folded_word(line.matricule)) return true;
  const auto own = std::ranges::equal_range(known_, name, {}, &Known::name);
  return std::ranges::any_of(own, [&](const Known& known) {
    return (!known.national_id.empty() && known.national_id == line.national_id) || (!known.matricule.empty() && known.matricule == line.matricule);
  });
}

std::vector<std::string> decision_defects(const CampaignDecision& decision, const CampaignLine& line, const ReviewerCheck& reviewers) {
  std::vector<std::string> defects;
  if (decision.decision == LineDecision::undecided) return defects;
  if (trimmed(decision.reviewer).empty()) defects.push_back(tr("Nobody is named as reviewer."));
  if (reviewers.is_beneficiary(decision.reviewer, decision.reviewer_id, line))
    defects.push_back(tr("{1} cannot decide on their own access: somebody else has to.", {decision.reviewer}));
  if (!decision.day) defects.push_back(tr("The decision has no date."));
  if (trimmed(decision.reason).empty() && needs_reason(decision, line)) defects.push_back(reason_sentence(decision));
  if (decision.reason.size() > longest_reason) defects.push_back(tr("The reason is longer than {1} characters.", {std::to_string(longest_reason)}));
  if (decision.justified_until && decision.decision != LineDecision::justify) defects.push_back(tr("Only a justified exception has an end."));
  if (decision.justified_until && decision.day && *decision.justified_until <= *decision.day)
    defects.push_back(tr("The exception would end on {1}, before it begins.", {tr_date(*decision.justified_until)}));
  return defects;
}

DecisionCounts count_decisions(const std::vector<CampaignDecision>& decisions) {
  DecisionCounts counts;
  for (const auto& decision : decisions) {
    counts.decided += decision.decision != LineDecision::undecided;
    counts.kept += decision.decision == LineDecision::keep;
    counts.withdrawn += decision.decision == LineDecision::withdraw;
    counts.changed += decision.decision == LineDecision::change;
    counts.justified += decision.decision == LineDecision::justify;
  }
  return counts;
}

} // namespace hdskit
