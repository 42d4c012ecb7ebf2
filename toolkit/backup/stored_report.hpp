#pragma once

#include "toolkit/backup/restore_run.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// The canonical JSON of a test's report, proven against its digest. Throws Problem damaged, naming the test.
std::string stored_report_text(const Workspace& workspace, const RestoreRun& run);

/// Whether all pieces of a document lie in the vault. Their bytes are proven by check_workspace, not here: manifests are large.
bool has_whole_document(const Workspace& workspace, const std::string& digest);

} // namespace hdskit
