#pragma once

#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// Puts the demonstration's risk study into the workspace: its version 1.0 frozen as it was then, and the study of today.
void load_study(Change& change);

} // namespace hdskit
