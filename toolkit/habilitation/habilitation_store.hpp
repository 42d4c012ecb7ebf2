#pragma once

#include "toolkit/habilitation/habilitation.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/organisation/record_rules.hpp"

namespace hdskit {

Habilitation read_habilitation(const Workspace& workspace);

/// access_project, authorised_person, output_release.
std::span<const RecordKind> habilitation_kinds();
const RecordKind& habilitation_kind(std::string_view word); ///< throws Problem bad_input with the closest

/// References PRJ1, HAB1, SOR1; at most one potential identifier a profile (décret 2016-1871, then R. 1461-11 and following, CSP); an access ends after it
/// starts; who asks for an output is of its project, and does not decide on it.
extern const RecordRules habilitation_record_rules;

} // namespace hdskit
