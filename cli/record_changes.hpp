#pragma once

#include "cli/context.hpp"
#include "cli/referenced_record.hpp"

namespace hdskit::cli {

// What the commands add, edit and remove do with records that are named by their references: the change, then a line or a JSON about it.

void add_and_report(Context& context, Workspace& workspace, const RecordKind& kind, const Assignments& assignments);
void edit_and_report(Context& context, Workspace& workspace, const ReferencedRecord& found, const Assignments& assignments);
void remove_and_report(Context& context, Workspace& workspace, const ReferencedRecord& found);

} // namespace hdskit::cli
