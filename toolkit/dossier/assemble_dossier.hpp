#pragma once

#include "toolkit/dossier/build_dossier.hpp"

namespace hdskit {

/// What building and filing have in common. `despite`: the reason printed with the open points of a file that is sent incomplete;
/// `draft_allowed`: whether an incomplete file is marked as a draft.
BuiltDossier assemble_dossier(const Workspace& workspace, const DossierOrder& order, const std::string& despite, bool draft_allowed, const Progress& progress);

} // namespace hdskit
