#pragma once

#include "toolkit/dossier/dossier_input.hpp"

#include <string>
#include <vector>

namespace hdskit {

/// Something that the file still lacks.
enum class GapKind {
  unanswered,        ///< a mandatory item without an answer
  statement_empty,   ///< answered, but with no text for the dossier
  evidence_missing,  ///< an expected piece of evidence is not linked
  evidence_expired,  ///< its validity ended before the date of the dossier
  not_demonstrated,  ///< the law wants it shown to work
  annex_absent,      ///< a statement cites a code that no document bears, or whose bytes are not in the vault
  annex_uncited,     ///< a document that nothing cites or links
  mandate_vacant,    ///< a compulsory function that nobody holds on that day
  clause_missing,    ///< a contract without a compulsory clause
  identity_missing,  ///< no host, no representative, no site, no service
  backup_failing,    ///< the newest restore test of a backup source that concluded was not proven
  backup_unproven,   ///< a backup source that was never proven, or whose proof is older than its policy
  backup_missing,    ///< a vital service that no backup source saves; only where backup sources are recorded at all
  chain_broken,      ///< the chain of restore tests does not hold
  endpoint_faulty,   ///< the newest check of an endpoint found faults: somebody may enter who should not
  endpoint_unproven, ///< an endpoint that was never checked, whose check is older than its policy, or whose checks concluded nothing
  review_overdue,    ///< no review of the accounts was signed in the last year; only where endpoints, or a review, are recorded at all
  withdrawal_late,   ///< an access that a review withdrew and that nobody took away in time
};
std::string_view word_of(GapKind kind); ///< "statement-empty", for machines

struct Gap {
  std::string item; ///< item id, or what is concerned: an evidence code, a contract reference, a role
  GapKind kind = GapKind::unanswered;
  std::string sentence;
  bool operator==(const Gap&) const = default;
};

/// Judges the file as of `day`, in the order of the forms. Pure.
std::vector<Gap> find_gaps(const DossierInput& input, Date day);

/// How far each obligation and each form has come.
struct Share {
  std::string id, title; ///< title in the current language
  int items = 0, answered = 0, demonstrated = 0, gaps = 0;
  int expired = 0; ///< items to which a document is linked whose validity ended before the day of the gaps
};
struct CompletenessSummary {
  std::vector<Share> obligations, forms;
  int items = 0, answered = 0, demonstrated = 0, expired = 0;
};
/// `gaps`: what find_gaps said of the same input; their day is the day of the summary.
CompletenessSummary summarise(const DossierInput& input, const std::vector<Gap>& gaps);

} // namespace hdskit
