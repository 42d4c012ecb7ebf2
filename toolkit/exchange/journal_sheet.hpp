#pragma once

#include "toolkit/exchange/sheet.hpp"
#include "toolkit/workspace/journal.hpp"

namespace hdskit {

/// Entries of the journal, all that a person can read of them; headings in the current language.
Sheet journal_sheet(const std::vector<JournalEntry>& entries);

} // namespace hdskit
