#include "toolkit/access/campaign_files.hpp"
#include "toolkit/access/campaign_json.hpp"
#include "toolkit/access/run_campaign.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/personal_file.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

[[noreturn]] void refuse(const char* field, const std::string& what) {
  throw Problem{ProblemKind::bad_input, field, what, tr("Correct the value, then start again; nothing was changed.")};
}

void check(const CampaignOrder& order, Date due) {
  if (trimmed(order.title).empty()) refuse("title", tr("The campaign has no title."));
  if (person_name_key(order.reviewer).empty()) refuse("reviewer", tr("Nobody is named who answers for the campaign."));
  if (due < order.day) refuse("due", tr("The campaign would be due on {1}, before it is opened.", {tr_date(due)}));
}

std::int64_t rules_not_judged(const FrozenCampaign& frozen) {
  return std::ranges::count_if(frozen.rules, [](const CampaignRule& rule) { return !rule.reason.empty(); });
}

} // namespace

ReviewCampaign open_campaign(Change& change, const CampaignOrder& order, const AccessReview& review, const std::vector<RuleOutcome>& outcomes) {
  const auto& workspace = change.workspace();
  const auto due = order.due.value_or(order.day.plus_days(default_campaign_days));
  check(order, due);
  forget_campaign_details(change, order.day); // whoever runs no timer keeps nothing beyond the retention all the same
  const auto previous = last_signed_campaign(workspace);
  const auto last = previous ? details_of(workspace, *previous) : std::nullopt;
  const auto frozen = freeze_campaign(review, outcomes, last ? &*last : nullptr);
  if (frozen.lines.empty()) refuse("accounts", tr("There is no account that is not closed: nothing is to be reviewed."));
  ReviewCampaign campaign;
  campaign.title = trimmed(order.title);
  campaign.opened_on = order.day;
  campaign.due = due;
  if (previous) campaign.previous = previous->reference;
  campaign.policy = review.policy.sha256;
  campaign.inputs = inputs_json(review.inputs);
  campaign.lines = static_cast<std::int64_t>(frozen.lines.size());
  campaign.findings = finding_count(frozen);
  campaign.not_judged = rules_not_judged(frozen);
  campaign.reviewer = trimmed(order.reviewer);
  campaign.kept_until = due.plus_days(retention_days(workspace));
  campaign.note = order.note;
  campaign.id = ReviewCampaignId{change.next_number(ReviewCampaign::type().kind)};
  campaign.reference = "RH" + campaign.id.text();
  campaign.details = "campaign/" + campaign.reference + "/";
  record_rows::insert(change, ReviewCampaign::type().kind, record_columns<ReviewCampaign>(), campaign.id.number(), record_values(campaign));
  put_personal_file(change, lines_file(campaign), frozen_json(frozen), campaign.kept_until);
  return campaign;
}

} // namespace hdskit
