#pragma once

#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/journal.hpp"

namespace hdskit {

JournalPosition journal_head(Dialect& dialect);

/// Adds the next link. Inside the transaction of the caller.
void append_to_journal(Dialect& dialect, const Acting& acting, std::string_view verb, std::string_view kind, std::string_view subject,
                       const std::string& before, const std::string& after);

} // namespace hdskit
