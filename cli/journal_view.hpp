#pragma once

#include "cli/json.hpp"
#include "toolkit/workspace/journal.hpp"

#include <iosfwd>

namespace hdskit::cli {

json::object entry_json(const JournalEntry& entry);

/// Who did what to which record, and what stands there since; long records are shortened.
void print_entries(std::ostream& out, const std::vector<JournalEntry>& entries, int width);

} // namespace hdskit::cli
