#pragma once

#include "toolkit/organisation/record_rules.hpp"

namespace hdskit {

/// What keeps sources and machines sound. Their names are given by people: letters without accent, digits, '-', '_', '.', at most 40, since they stand in file
/// names, in plans and in the records of tests. What was tested keeps its name.
extern const RecordRules backup_record_rules;

/// A sentence about a value that the field of a source or machine cannot have; "" when it is fine.
std::string backup_value_defect(const RecordKind& kind, const FieldView& field, std::string_view text);

} // namespace hdskit
