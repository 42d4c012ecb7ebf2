#pragma once

#include "toolkit/dossier/completeness.hpp"
#include "toolkit/dossier/due_dates.hpp"
#include "toolkit/workspace/journal.hpp"

#include <cstdint>
#include <vector>

namespace hdskit {

/// Where the dossier stands on a day: what `hdskit dossier status` prints and the dashboard of the desktop program shows.
struct DossierStatus {
  Date day;
  CompletenessSummary summary;
  std::vector<Gap> gaps;                    ///< all of them, the most important kinds first, within a kind in the order of find_gaps
  std::vector<DueDate> due;                 ///< all of them, by day: first those that are overdue
  std::int64_t changes = 0;                 ///< entries of the journal since yesterday
  std::vector<JournalEntry> latest_changes; ///< the newest of them first, at most status_changes_shown
};

constexpr std::size_t status_changes_shown = 20;
constexpr int status_days_ahead = 90; ///< how far the faces look ahead unless told otherwise

/// Pure. `since_yesterday`: the journal since midnight of the day before `today`, oldest first.
DossierStatus dossier_status(const DossierInput& input, const std::vector<JournalEntry>& since_yesterday, Date today);

/// What is overdue or falls due at most `days` after the day of the status.
std::vector<DueDate> due_within(const DossierStatus& status, int days);

/// 0 for what stops a file from being examined at all, then higher: unanswered points and vacant functions before loose documents.
int rank_of(GapKind kind);

} // namespace hdskit
