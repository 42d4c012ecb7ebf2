#include "toolkit/access/run_campaign.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/personal_file.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>

namespace hdskit {

Withdrawal carry_out(Change& change, const Withdrawal& given, const WithdrawalDone& done) {
  auto withdrawal = find_record<Withdrawal>(change.workspace(), given.id);
  const auto refuse = [&](const char* field, const std::string& what) {
    throw Problem{ProblemKind::bad_input, field, what, tr("Correct the value, then start again; nothing was changed.")};
  };
  if (trimmed(done.by).empty()) refuse("by", tr("Nobody is named who carried it out."));
  if (trimmed(done.evidence).empty() && trimmed(done.note).empty())
    refuse("evidence", tr("Neither a document nor a note tells that {1} was carried out.", {withdrawal.reference}));
  if (done.day > change.acting().at.utc_date().plus_days(1)) refuse("on", tr("It cannot have been carried out on {1}, which is to come.", {tr_date(done.day)}));
  withdrawal.done_on = done.day;
  withdrawal.done_by = trimmed(done.by);
  withdrawal.evidence = trimmed(done.evidence);
  withdrawal.note = trimmed(done.note);
  update_record(change, withdrawal);
  return withdrawal;
}

ReviewCampaign close_campaign(Change& change, const ReviewCampaign& given, Date day) {
  auto campaign = find_record<ReviewCampaign>(change.workspace(), given.id);
  if (campaign.state != CampaignState::signed_off)
    throw Problem{ProblemKind::refused, campaign.reference,
                  campaign.state == CampaignState::open ? tr("The campaign {1} is not signed yet.", {campaign.reference})
                                                        : tr("The campaign {1} is closed already.", {campaign.reference}),
                  campaign.state == CampaignState::open ? tr("Have it signed first.") : tr("There is nothing more to close.")};
  const auto withdrawals = withdrawals_of(change.workspace(), campaign);
  const auto left = std::ranges::count_if(withdrawals, [](const Withdrawal& withdrawal) { return !withdrawal.done_on; });
  if (left > 0)
    throw Problem{ProblemKind::refused, campaign.reference, trn("{1} withdrawal is not carried out.", "{1} withdrawals are not carried out.", left),
                  tr("See them with: hdskit access campaign withdrawals {1}", {campaign.reference})};
  campaign.state = CampaignState::closed;
  campaign.closed_on = day;
  campaign.kept_until = day.plus_days(retention_days(change.workspace()));
  update_record(change, campaign);
  keep_personal_files(change, campaign.details, *campaign.kept_until);
  return campaign;
}

std::vector<std::string> forget_campaign_details(Change& change, Date today) {
  auto names = forget_personal_files(change, today);
  for (auto& campaign : all_campaigns(change.workspace())) {
    const bool concerned = std::ranges::any_of(names, [&](const std::string& name) { return name.starts_with(campaign.details); });
    if (!concerned || campaign.state == CampaignState::forgotten) continue;
    campaign.state = CampaignState::forgotten;
    update_record(change, campaign);
  }
  return names;
}

} // namespace hdskit
