#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// Makes the workspace of a complete, fictitious hospital that hosts eleven establishments: organisation, answers, risk study, continuity, 40 documents
/// typeset from demonstration/documents. Always the same contents. Refuses a location where anything stands; leaves nothing when it fails.
void create_demonstration(const std::string& location, const Acting& acting, const Progress& progress = {});

} // namespace hdskit
