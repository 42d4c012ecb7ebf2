#pragma once

#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// What demonstration/regimes.json says: frameworks that are followed, audits with their non-conformities, actors of the hosting, a project on health data
/// with who may enter it and what left it.
void load_regimes(Change& change);

} // namespace hdskit
