#pragma once

#include "gui/presenter/journal_words.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/presenter/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit::gui {

/// Since when: the choices of the page.
enum class JournalSince { beginning, today, yesterday, week, month, year };
std::vector<std::string> journal_periods(); ///< in the order of JournalSince
/// The instant from which entries are shown; "" for the beginning.
std::string since_instant(JournalSince since, Date today);

/// Those who wrote in the journal, by name.
std::vector<std::string> journal_authors(const Workspace& workspace);

/// What a page asks to be shown: "entry:128", "site:3", the id of an item, the code of a document. Anything else is searched as words.
struct JournalTarget {
  std::string kind, subject; ///< "" when it is no record
  std::int64_t entry = 0;
  std::string words;
  std::string sentence; ///< what the list is limited to, in words
};
JournalTarget journal_target(const Workspace& workspace, const std::string& subject);

/// The list: newest first, or oldest first; entries are read a window at a time when they come into view. The workspace must outlive it.
ListRows journal_rows(const Workspace& workspace, const JournalFilter& filter, bool oldest_first = false);

struct JournalDetail {
  std::int64_t number = 0;
  std::string sentence; ///< who did what, when
  std::vector<FieldChange> changes;
  std::string kept; ///< why it cannot be taken back; "" when it can
};
/// Nothing when the journal has no such entry.
std::optional<JournalDetail> journal_detail(const Workspace& workspace, std::int64_t number);

/// One more change that undoes the entry. Throws Problem as revert_changes does.
void take_back(Session& session, std::int64_t number);

/// What verifying found, in a sentence, or the Problem that says what to do.
std::string verified_journal(const std::string& location, const Progress& progress);

} // namespace hdskit::gui
