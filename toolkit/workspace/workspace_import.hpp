#pragma once

#include "toolkit/workspace/export_layout.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>

namespace hdskit {

struct ImportedWorkspace {
  ExportManifest manifest;          ///< of the export
  Digest digest;                    ///< of the export; the workspace exports to the same one, unless it was upgraded
  int format = 0;                   ///< of the workspace now: above that of the manifest when it was upgraded
  std::vector<std::string> defects; ///< what `check_workspace` says of it: faults that the exported workspace had already
};

/// Makes a workspace at `location`, a file that does not exist or an empty database, out of an export. Everything is read and proven beside before the
/// workspace appears: every digest, every record, the chain of the journal, and that the result exports to the very same digest; whatever is wrong is told at
/// once. Nothing is added to the journal, but for the upgrade of an older format, which follows at once.
/// `expected`: the digest that was noted when the export was made.
/// Throws Problem bad_input (no export, another digest, something stands at `location`), newer_format, damaged, no_space, cancelled.
ImportedWorkspace import_workspace(const std::filesystem::path& folder, const std::string& location, const Acting& acting,
                                   const std::optional<Digest>& expected = {}, const Progress& progress = {});

/// What stands in `folder` by its summary alone, nothing proven: for a face that asks before it imports. Throws like import_workspace.
ExportManifest look_at_export(const std::filesystem::path& folder);

} // namespace hdskit
