#pragma once

#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// Plays the journal from its first entry and compares what comes out with what stands in the tables: a record that was changed, added or
/// removed by something else than hdskit (a database tool, an intruder) is named. The chain alone cannot see that.
std::vector<std::string> records_beside_the_journal(const Workspace& workspace);

} // namespace hdskit
