#pragma once

#include "toolkit/continuity/continuity.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

// All of this room as one JSON document, the same grammar as a risk study: docs/formats/continuity.md.

std::string continuity_text(const Continuity& continuity);
/// Throws Problem bad_input listing every defect with its place.
Continuity parse_continuity(std::string_view json, const std::string& name);

struct ContinuityImport {
  int added = 0, changed = 0, unchanged = 0;
};
ContinuityImport preview_continuity(const Workspace& workspace, const Continuity& read);
/// All or nothing; records matched by reference (dependencies by their ends, impacts by activity and time, entries by exercise, moment and text).
ContinuityImport import_continuity(Change& change, const Continuity& read);

} // namespace hdskit
