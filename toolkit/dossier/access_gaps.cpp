#include "toolkit/dossier/access_gaps.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/exercise_programme.hpp"

namespace hdskit {
namespace {

void judge_endpoints(const AccessRecords& access, Date day, std::vector<Gap>& gaps) {
  for (const auto& endpoint : access.endpoints) {
    const auto state = standing_of_endpoint(endpoint, access.endpoint_runs, day);
    const auto sentence = tr("Endpoint {1}: {2}", {endpoint.reference, state.sentence});
    if (state.standing == EndpointStanding::faulty) gaps.push_back({endpoint.reference, GapKind::endpoint_faulty, sentence});
    if (state.standing == EndpointStanding::never || state.standing == EndpointStanding::overdue || state.standing == EndpointStanding::inconclusive)
      gaps.push_back({endpoint.reference, GapKind::endpoint_unproven, sentence});
  }
}

/// A review that is open has proven nothing yet.
void judge_review(const AccessRecords& access, Date day, std::vector<Gap>& gaps) {
  if (access.endpoints.empty() && access.campaigns.empty()) return;
  const auto year_ago = months_before(day, months_between_reviews);
  std::optional<Date> last;
  for (const auto& campaign : access.campaigns)
    if (campaign.state != CampaignState::open && campaign.opened_on && *campaign.opened_on <= day && (!last || *last < *campaign.opened_on))
      last = campaign.opened_on;
  if (last && *last >= year_ago) return;
  gaps.push_back({"review", GapKind::review_overdue,
                  last ? tr("The last signed review of the accounts was opened on {1}, more than a year ago.", {tr_date(*last)})
                       : tr("No review of the accounts has been signed yet.")});
}

void judge_withdrawals(const AccessRecords& access, Date day, std::vector<Gap>& gaps) {
  for (const auto& withdrawal : access.withdrawals)
    if (withdrawal.due && *withdrawal.due < day && !withdrawal.done_on)
      gaps.push_back({withdrawal.reference, GapKind::withdrawal_late,
                      tr("{1}: the review {2} withdrew or changed an access, which was to be done by {3}.",
                         {withdrawal.reference, withdrawal.campaign, tr_date(*withdrawal.due)})});
}

} // namespace

std::vector<Gap> access_gaps(const DossierInput& input, Date day) {
  std::vector<Gap> gaps;
  judge_endpoints(input.access, day, gaps);
  judge_review(input.access, day, gaps);
  judge_withdrawals(input.access, day, gaps);
  return gaps;
}

} // namespace hdskit
