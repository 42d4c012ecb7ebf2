#pragma once

#include "toolkit/dossier/completeness.hpp"

namespace hdskit {

/// What the restore tests leave unproven on `day`: links that do not hold, sources that fail, were never proven or whose proof is too old, vital services
/// without a source. Nothing where neither a source nor a test is recorded. Pure.
std::vector<Gap> backup_gaps(const DossierInput& input, Date day);

/// Codes of vital hosted services that no source saves: none names them, nor a backup arrangement that they rest on.
std::vector<std::string> vital_services_without_source(const DossierInput& input);

} // namespace hdskit
