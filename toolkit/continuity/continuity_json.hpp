#pragma once

#include "toolkit/continuity/continuity.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

// All of this room as one JSON document, the same grammar as a risk study: docs/formats/continuity.md.

inline constexpr const char* continuity_format = "hdskit-continuity";
constexpr int continuity_format_version = 1;
constexpr std::size_t continuity_size_limit = 64u << 20; ///< bytes

/// What belongs to this room; services and legal entities are the organisation's. The same text for the same records, UTF-8, two spaces of indentation.
std::string continuity_text(const Continuity& continuity);
/// Throws Problem bad_input listing every defect with its place, line and column.
Continuity parse_continuity(std::string_view json, const std::string& name);

struct ContinuityImport {
  int added = 0, changed = 0, unchanged = 0;
};
/// Throws what import_continuity throws.
ContinuityImport preview_continuity(const Workspace& workspace, const Continuity& read);
/// All or nothing; records matched by reference (dependencies by their ends, impacts by activity and time, entries by exercise, moment and text). What the file
/// does not have stays. Throws Problem bad_input naming all that cannot be kept: references given twice, citations that lead nowhere (hosted services need not
/// be there yet: the check names them), steps after those of another plan.
ContinuityImport import_continuity(Change& change, const Continuity& read);

} // namespace hdskit
