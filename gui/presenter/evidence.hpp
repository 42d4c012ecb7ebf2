#pragma once

#include "gui/presenter/evidence_check.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/presenter/standing.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <map>
#include <span>

namespace hdskit::gui {

// The list of the vault.

/// Until when a document holds, seen from a day.
enum class Validity { unlimited, valid, ending, expired };
constexpr int days_of_warning = 90; ///< the last ones of a validity: time enough to renew a certificate
Validity validity_of(const Evidence& evidence, Date today);
/// "✖ expired on 03/10/2026": a symbol and words; "" without limit.
Cell validity_cell(const Evidence& evidence, Date today);

/// The titles of obligations by their ids, of all that is answered, in the person's language; the main checklist goes first.
using ObligationTitles = std::map<std::string, std::string, std::less<>>;
ObligationTitles obligation_titles(const Workspace& workspace);

/// The items that the document serves, whichever framework they are of: item, title, framework. Keys: ids. One that no framework holds any more is told so.
ListRows served_item_rows(const Evidence& evidence, const AnsweredFrameworks& frameworks);

/// Which documents, in which order.
struct EvidenceQuery {
  std::string words;         ///< in code, title, version, people, file name, items; "" takes all
  bool to_attend = false;    ///< only those that expired, end soon, or are not what was filed
  std::size_t sorted_by = 0; ///< a column of the list as it is shown: once documents were read again, there is one more
  bool descending = false;
};

/// The same column once documents were read again, which adds one.
std::size_t column_after_check(std::size_t column);

/// The numbers of the records; titles and kinds in the order of the person's language.
std::vector<std::int64_t> evidence_ids(const Workspace& workspace, const EvidenceQuery& query, Date today, const EvidenceChecks& checks);

/// What the rows are made of besides the records.
struct EvidenceList {
  Date today;
  ObligationTitles obligations;
  EvidenceChecks checks;
};
/// Keys are numbers of records. `read` gives the records of some numbers, a window at a time and only for rows that come into view.
using EvidenceReader = std::function<std::vector<Evidence>(std::span<const std::int64_t>)>;
ListRows evidence_rows(std::vector<std::int64_t> ids, EvidenceList list, EvidenceReader read);

/// The sentence above what a document is: its validity and what the check found, with what to do; "" when nothing is to be said.
struct EvidenceStanding {
  std::string sentence;
  Tone tone = Tone::neutral;
};
EvidenceStanding evidence_standing(const Evidence& evidence, Date today, const EvidenceChecks& checks);

/// "application/pdf" in words: "PDF".
std::string format_in_words(std::string_view media_type);

/// What stands in place of the preview of a document that is not shown; "" for one that is.
std::string why_not_shown(const Evidence& evidence, bool can_be_shown);

/// The whole document, proven while it is read. Throws Problem damaged, not_found, cancelled. For a thread of its own.
std::shared_ptr<const std::string> proven_bytes(const Workspace& workspace, const Evidence& evidence, const Progress& progress = {});

} // namespace hdskit::gui
