#pragma once

#include "toolkit/certification/certification.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/organisation/record_rules.hpp"

namespace hdskit {

Certification read_certification(const Workspace& workspace);

/// scope_decision, certification_audit, nonconformity, hosting_actor.
std::span<const RecordKind> certification_kinds();
const RecordKind& certification_kind(std::string_view word); ///< throws Problem bad_input with the closest

/// References PER1, AUD1, NC1, AH1; activities are 1 to 6; a non-conformity is corrected after it was found and closed after it was corrected; an access
/// from outside the EEA names its country and what it rests on.
extern const RecordRules certification_record_rules;

} // namespace hdskit
