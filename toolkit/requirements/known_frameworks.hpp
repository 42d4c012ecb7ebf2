#pragma once

#include "toolkit/requirements/framework_store.hpp"

namespace hdskit {

/// The framework as the workspace keeps it, or as it comes with the program when the workspace knows nothing of it. Throws Problem not_found naming those that
/// may be meant.
Checklist known_framework(const Workspace& workspace, std::string_view id);
/// Without a workspace: as it comes with the program.
Checklist known_framework(std::string_view id);

/// A mapping goes through these: all that the workspace keeps, and all that comes with the program. Ids.
std::vector<std::string> known_framework_ids(const Workspace& workspace);

} // namespace hdskit
