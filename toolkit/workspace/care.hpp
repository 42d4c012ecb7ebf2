#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <filesystem>

namespace hdskit {

// Looking after a workspace as a whole.

/// Brings an older workspace to this program's format, one transaction a step; a copy is kept first, at `copy`, and its path is given back
/// ("" when the format was this program's already). Without `copy`, a file is copied beside itself as "<file>.format-<n>.bak";
/// a PostgreSQL database asks for one, which is a SQLite workspace of the old format. Throws Problem newer_format untouched.
std::string upgrade_workspace(const std::string& location, const Acting& acting, const std::filesystem::path& copy = {});

/// A consistent copy while others may be working, with all evidence; `file` is itself a SQLite workspace, whatever the source was,
/// and is re-opened and its journal and documents verified before this returns. Throws Problem if `file` exists.
void backup_workspace(const Workspace& source, const std::filesystem::path& file, const Progress& progress = {});

/// Makes a workspace at `location` from a backup, after proving that the backup is intact. Refuses to overwrite.
void restore_workspace(const std::filesystem::path& backup, const std::string& location, const Acting& acting, const Progress& progress = {});

/// The engine's own integrity check, the journal's chain, every document's digest, all references, and every record against what
/// the journal tells of it. Sentences of what is wrong; empty when sound.
std::vector<std::string> check_workspace(const Workspace& workspace, const Progress& progress = {});

} // namespace hdskit
