#pragma once

#include "toolkit/dossier/build_dossier.hpp"
#include "toolkit/dossier/filing.hpp"

namespace hdskit {

/// Builds the dossier as it is sent and freezes it. Refuses an incomplete one (Problem refused, naming how many gaps) unless `despite`
/// gives a reason, which is then printed in the file with its open points. Records the filing only once the files are on the disk.
Filing file_dossier(Workspace& workspace, const DossierOrder& order, const std::string& despite, const Acting& acting, const Progress& progress = {});

} // namespace hdskit
