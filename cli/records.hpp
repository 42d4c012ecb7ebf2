#pragma once

#include "cli/json.hpp"
#include "toolkit/organisation/record_kind.hpp"

#include <string>
#include <vector>

namespace hdskit::cli {

/// The words of all kinds, as data for options.
inline constexpr std::string_view record_words[] = {"entity", "site", "service", "client", "contract", "person", "mandate", "subcontractor"};

/// By number or by name (letter case and accents aside). Throws Problem not_found, or bad_input when several bear that name.
RecordView find_by_words(const Workspace& workspace, const RecordKind& kind, const std::string& words);

/// Reads "field=value" words; a reference may be given by name. Throws Problem bad_input.
Assignments read_assignments(const Workspace& workspace, const RecordKind& kind, const std::vector<std::string>& words);

/// Numbers as numbers, lists as arrays, what is empty and no text as null.
json::object record_json(const RecordKind& kind, const RecordView& record);
json::value field_json(FieldKind kind, const std::string& text);

} // namespace hdskit::cli
