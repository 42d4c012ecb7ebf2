#pragma once

#include "toolkit/organisation/record_rules.hpp"

namespace hdskit {

/// What keeps trusted authorities, sources of lists and endpoints sound. Their names are given by people: letters without accent, digits, '-', '_', '.', at
/// most
/// 40. An address holds neither user nor password; what was checked keeps its name; what was imported of an authority never changes.
extern const RecordRules access_record_rules;

/// A sentence about a value that the field of such a record cannot have; "" when it is fine.
std::string access_value_defect(const RecordKind& kind, const FieldView& field, std::string_view text);

} // namespace hdskit
