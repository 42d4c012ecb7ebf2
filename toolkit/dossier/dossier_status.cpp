#include "toolkit/dossier/dossier_status.hpp"

#include <algorithm>
#include <array>

namespace hdskit {

int rank_of(GapKind kind) {
  static constexpr std::array order = {GapKind::identity_missing, GapKind::unanswered,       GapKind::mandate_vacant,   GapKind::chain_broken,
                                       GapKind::endpoint_faulty,  GapKind::withdrawal_late,  GapKind::backup_failing,   GapKind::clause_missing,
                                       GapKind::annex_absent,     GapKind::evidence_expired, GapKind::backup_unproven,  GapKind::endpoint_unproven,
                                       GapKind::review_overdue,   GapKind::backup_missing,   GapKind::evidence_missing, GapKind::not_demonstrated,
                                       GapKind::statement_empty,  GapKind::annex_uncited};
  return static_cast<int>(std::ranges::find(order, kind) - order.begin());
}

DossierStatus dossier_status(const DossierInput& input, const std::vector<JournalEntry>& since_yesterday, Date today) {
  auto gaps = find_gaps(input, today);
  auto summary = summarise(input, gaps);
  std::ranges::stable_sort(gaps, {}, [](const Gap& gap) { return rank_of(gap.kind); });
  DossierStatus status{today, std::move(summary), std::move(gaps), due_dates(input, today), std::ssize(since_yesterday), {}};
  const auto shown = std::min(status_changes_shown, since_yesterday.size());
  status.latest_changes.assign(since_yesterday.rbegin(), since_yesterday.rbegin() + static_cast<std::ptrdiff_t>(shown));
  return status;
}

std::vector<DueDate> due_within(const DossierStatus& status, int days) {
  const auto last = status.day.plus_days(days);
  std::vector<DueDate> due;
  std::ranges::copy_if(status.due, std::back_inserter(due), [&](const DueDate& date) { return date.day <= last; });
  return due;
}

} // namespace hdskit
