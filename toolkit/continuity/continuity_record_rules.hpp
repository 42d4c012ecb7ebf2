#pragma once

#include "toolkit/continuity/continuity.hpp"
#include "toolkit/organisation/record_examination.hpp"
#include "toolkit/organisation/record_rules.hpp"

namespace hdskit {

/// What keeps the records of continuity sound: see continuity_kinds().
extern const RecordRules continuity_record_rules;

/// "ACT", "CMP", …; "" for a kind whose records bear no reference.
std::string_view continuity_prefix(std::string_view kind);

/// Kinds that share their references are in one space: what dependencies may cite.
std::string_view space_of_references(std::string_view kind);

/// A sentence about a value that the field cannot have; "" when it is fine.
std::string continuity_value_defect(const RecordKind& kind, const FieldView& field, std::string_view text);

/// Why all records together cannot be kept. Circles and deputies who are their own holders are none: they can be true, and the check names them.
std::vector<std::string> continuity_defects(const Continuity& continuity);

} // namespace hdskit
