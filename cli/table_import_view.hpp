#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/record_import.hpp"

namespace hdskit::cli {

// What the commands that import tables have in common.

inline constexpr Option import_preview_option{
    .name = "preview", .placeholder = nullptr, .help = marked("Only say what would change, and every cell that would be refused."), .kind = OptionKind::flag};

/// Calls write() unless --preview is given, a cell is refused or the table brings nothing new: then nothing is written, not even to the journal.
/// Prints what was done, or would be. 0, or 1 when something is refused.
int finish_import(Context& context, RecordImport outcome, const std::function<void(const RecordImport&)>& write);

/// {"added", "changed", "unchanged", "refused": [{"line", "column", "sentence"}]}
json::object import_json(const RecordImport& outcome);

} // namespace hdskit::cli
