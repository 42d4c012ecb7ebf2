#pragma once

#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/journal.hpp"

namespace hdskit {

JournalPosition journal_head(Dialect& dialect);

/// What an entry of the journal says.
struct JournalSentence {
  std::string_view verb, kind, subject;
  const std::string &before, &after;
};

/// Adds the next link after `head`, and gives the new end. Inside the transaction of the caller.
JournalPosition append_to_journal(Dialect& dialect, const Acting& acting, const JournalSentence& sentence, const JournalPosition& head);
void append_to_journal(Dialect& dialect, const Acting& acting, std::string_view verb, std::string_view kind, std::string_view subject,
                       const std::string& before, const std::string& after);

/// Hands over all entries, oldest first, in several short reads; `columns` begin with number. A long one would keep those who write to the
/// same file from finishing, for as long as it lasts. What is appended meanwhile comes too; `at_end` sees the very state of the last read.
void read_journal(Dialect& dialect, const std::string& columns, const std::function<void(const Row&)>& take, const std::function<void()>& at_end);

} // namespace hdskit
