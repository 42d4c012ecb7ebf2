#pragma once

#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// Puts the demonstration's risk study into the workspace: its version 1.0 frozen as it was then, and the study of today. Acts as the security officer whom
/// the organisation, already there, names: whoever runs the command is not the author of the study.
void load_study(Workspace& workspace, Instant at);

} // namespace hdskit
