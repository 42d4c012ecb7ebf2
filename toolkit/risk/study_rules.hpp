#pragma once

#include "toolkit/organisation/record_rules.hpp"

namespace hdskit {

/// What keeps a study sound, whatever the kind of the record: see risk_kinds().
extern const RecordRules study_rules;

/// The words before the numbers of a kind's references: "R", "ER", "VM".
std::string_view reference_prefix(std::string_view kind);

} // namespace hdskit
