#pragma once

#include "toolkit/base/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit {

/// Where a deadline comes from.
enum class DeadlineKind {
  stage,    ///< a stage of a procedure: what an authority must do, or the hospital
  duty,     ///< a continuing duty of a regime: the yearly review, the yearly restore test
  renewal,  ///< the renewal of an authorisation: last lawful day, last prudent day, the day to start drafting
  term,     ///< the day on which an authorisation ends
  evidence, ///< a document loses its validity, or is to be tested again
  mandate,
  contract,
  certificate,   ///< of a subcontractor
  answer,        ///< an answer promised for that day
  measure,       ///< a measure of the risk study
  review,        ///< a risk, or the risk study, is to be looked at again
  access,        ///< an endpoint to be checked, a review of the accounts, an access to be withdrawn
  certification, ///< a non-conformity to be corrected, an audit
  authorisation, ///< an access to national health data to be reviewed or closed
  continuity     ///< a plan to be reviewed, an exercise to be held, a corrective action, a restore test
};
std::string_view word_of(DeadlineKind kind); ///< "stage"

/// One date that somebody must keep or waits for, wherever it comes from: what lists, calendars and reminders carry.
struct Deadline {
  std::string uid; ///< the same for ever for the same matter: "procedure-3-cnil", "evidence-PSSI-validity"; letters, digits, '-', '.', '_'
  DeadlineKind kind = DeadlineKind::stage;
  Date day;                  ///< the last day, by the reading that is prudent for whoever must act
  std::string title;         ///< one line: "CNIL: avis sur le dossier"
  std::string detail;        ///< a few sentences: how the day was computed, what to do; "" when the title says it all
  std::string owner;         ///< who must act, or watch: a name as in the organisation; "" when nobody is named
  bool hypothetical = false; ///< rests on an assumption: an event that has not happened yet
  std::optional<Date> worst; ///< hypothetical: the day in the worst case, when it differs
  std::optional<Date> done;  ///< the day on which it was settled
  std::string subject;       ///< what it is about, for a page of the window or a command: "procedure:3", an evidence code, an item id, "measure:M4", "risk:R12"
};

/// Not settled, and its day has passed.
inline bool is_late(const Deadline& deadline, Date today) { return !deadline.done && deadline.day < today; }

} // namespace hdskit
