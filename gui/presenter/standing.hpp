#pragma once

#include "toolkit/dossier/completeness.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <memory>

namespace hdskit::gui {

/// Where the file stands at one revision of the workspace: read once, in the background, and shared by the pages that show it.
struct Standing {
  DossierInput input;
  std::vector<Gap> gaps;
  CompletenessSummary summary;
  Date day;
};

/// Throws Problem (not_found: the workspace follows no checklist yet).
std::shared_ptr<const Standing> read_standing(const Workspace& workspace, Date day);

} // namespace hdskit::gui
