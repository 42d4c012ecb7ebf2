#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/demonstration/demonstration_backups.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

enum class DemonstrationPart { left_out, made };

/// Makes the workspace of a complete, fictitious hospital that hosts eleven establishments: organisation, answers, risk study, continuity, 40 documents
/// typeset from demonstration/documents. Always the same contents. Refuses a location where anything stands; leaves nothing when it fails.
/// With `backups`: also real backups beside the file, with tests of them (demonstration_backups.hpp); those differ each time. Gives a sentence for each thing
/// that was left out because the machine lacks a tool, or because a database has no place beside it.
std::vector<std::string> create_demonstration(const std::string& location, const Acting& acting, const Progress& progress = {},
                                              const std::optional<DemonstrationBackups>& backups = {}, DemonstrationPart access = DemonstrationPart::left_out);

} // namespace hdskit
