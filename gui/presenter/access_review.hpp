#pragma once

#include "gui/presenter/access_map.hpp"
#include "gui/presenter/cell.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/access/campaign_decisions.hpp"

#include <span>

namespace hdskit::gui {

// The work list of a review campaign: a decision for each account, by the keyboard alone.

enum class WorkFilter { all, undecided, with_findings, new_accounts, changed_since, not_judged };
std::span<const char* const> work_filters(); ///< marked messages, in the order of the enumeration

/// Decision, account, name, findings with the gravest first, last year's decision, role, what differs. Keys: numbers of lines.
ListRows work_rows(const CampaignWork& work, WorkFilter filter, std::string_view words = {});
/// A row's line; 0 for a key that is none.
std::int64_t line_of(std::string_view key);

/// The first line after `line`, in the order of the rows and round their end, that awaits a decision; "" when there is none.
std::string next_undecided(const CampaignWork& work, const ListRows& rows, std::int64_t line);

/// What a person may decide, with the letter that does it: that marked in the label, which another language marks elsewhere.
struct DecisionKey {
  LineDecision decision;
  std::string label; ///< with the mark of its letter: "&Keep"
  char key = 0;      ///< capital
};
std::vector<DecisionKey> decision_keys();
/// nothing: the key decides nothing.
std::optional<LineDecision> decision_by_key(int key);

/// What is known of an account: who and what it is, all findings with their evidence, what could not be judged, last year's decision, what differs.
std::vector<Cell> line_sentences(const CampaignWork& work, const CampaignLine& line);
/// What was decided, by whom and when, and why; what to press when nothing was.
Cell decision_sentence(const CampaignWork& work, const CampaignLine& line);

/// Whether this decision on this line needs a reason.
bool needs_reason(const CampaignLine& line, LineDecision decision);

/// What must be mended before it can be recorded, in sentences: a missing reason, a reviewer who would decide on their own access; "" when it can.
std::string decision_fault(const CampaignWork& work, const CampaignDecision& decision);

/// “128 of 340 accounts decided”, with both numbers.
struct WorkProgress {
  int decided = 0, all = 0;
  std::string words;
};
WorkProgress work_progress(const CampaignWork& work);

/// The campaign: its state, due day, who answers for it; what to do next.
Cell campaign_sentence(const AccessMap& map);

/// Beside last year: how many were to be withdrawn and are still there, how many are new, differ, are gone.
Cell comparison_sentence(const CampaignWork& work);
/// The same account by account: what differs, account, name, last year's decision. Keys: numbers of lines, "" for accounts that are gone.
ListRows comparison_rows(const CampaignWork& work);

/// To be done first, then done: due, action, campaign and line, done. Keys: references. `all`: those that are done too.
ListRows withdrawal_rows(const AccessMap& map, bool all, std::string_view words = {});
Cell withdrawals_sentence(const AccessMap& map);
/// What must be mended before it can be told to be done; "" when it can.
std::string done_fault(const Withdrawal& withdrawal, const std::string& evidence, const std::string& note);
/// The account of a withdrawal, as long as its campaign's details are kept and read: "DPI/mdupont"; "" otherwise.
std::string account_of(const AccessMap& map, const Withdrawal& withdrawal);

} // namespace hdskit::gui
