#pragma once

#include "gui/presenter/dashboard.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/procedure/deadline.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <string>
#include <vector>

namespace hdskit::gui {

/// Which deadlines are shown; late ones belong to each of them but `settled`.
enum class DeadlineScope { open, late, month, quarter, procedures, mine, settled };
std::vector<std::string> deadline_scopes(); ///< their labels, in this order

struct DeadlineFilter {
  DeadlineScope scope = DeadlineScope::open;
  std::string words;  ///< only those that hold them all
  std::string person; ///< whose `mine` are
};

/// “✖ late”, “⚠ in 9 days”, “in 39 days”, “✔ settled on 01/12/2026”.
Cell distance_cell(const Deadline& deadline, Date today);
const char* label_of(DeadlineKind kind); ///< marked message

/// Rows bear the uid as key.
ListRows deadline_rows(const std::vector<Deadline>& deadlines, const DeadlineFilter& filter, Date today);

/// Where the subject of a deadline is kept.
Destination destination_of(const Deadline& deadline);

/// What stands beside the list: how the day was found, step by step.
struct ExplainedDeadline {
  std::string title, heading; ///< what is due; the day, the distance and who
  std::string text;           ///< numbered steps
  Destination destination;
  std::string leads_to; ///< label of the button that goes there
};
ExplainedDeadline explained(const Workspace& workspace, const Deadline& deadline, Date today);
ExplainedDeadline no_deadline(bool hidden); ///< `hidden`: there are some, but the filter or the search leaves none

} // namespace hdskit::gui
