#pragma once

#include "cli/context.hpp"
#include "toolkit/organisation/record_kind.hpp"

namespace hdskit::cli {

/// What a field accepts, for people.
std::string expected_value(const FieldView& field);

/// The same of a field that cites records, with the labels of the kinds that it may cite. `kinds`: those of the room.
std::string expected_citation(std::span<const RecordKind> kinds, const FieldView& field);

/// Prints the fields of a kind, as a table or as JSON. `expected`: what a field accepts.
void print_fields(Context& context, const RecordKind& kind, std::string (*expected)(const RecordKind& kind, const FieldView& field));

} // namespace hdskit::cli
