#pragma once

#include "toolkit/backup/run_restore_test.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit {

/// The machine on which the backups of the demonstration are made and tested.
struct DemonstrationBackups {
  TestWorld world;
  std::filesystem::path scratch_parent;
  std::string hdskit_version;
};

/// "<name>-sauvegardes" beside the file of a workspace.
std::filesystem::path backups_folder(const std::filesystem::path& workspace);

/// Makes that folder (0700) with real backups of small, fictitious data: a restic repository with the manifest of what it saves, a dump of a PostgreSQL
/// database and the same dump cut short, an offline copy. Records them as sources in the workspace and tests two of them as the tool does: the repository,
/// which is proven, and the short dump, which fails. What this machine lacks is left out: gives a sentence for each such thing.
/// Throws Problem refused when the folder stands already.
std::vector<std::string> add_demonstration_backups(Workspace& workspace, const std::filesystem::path& folder, const DemonstrationBackups& backups,
                                                   const Acting& acting, const Progress& progress);

void make_private_folder(const std::filesystem::path& folder); ///< 0700

// Its parts. Each throws Problem not_found, naming the Debian package, when its tool is missing.
struct DemonstrationRepository {
  std::filesystem::path location, password_file, manifest;
};
/// The data of `folder`/donnees, as they were `begun`, in a repository with its password beside it.
DemonstrationRepository make_repository(const std::filesystem::path& folder, const DemonstrationBackups& backups, Instant begun, const Progress& progress);
/// `folder`/laboratoire.dump, of a small database made in a scratch server; gives the file.
std::filesystem::path make_dump(const std::filesystem::path& folder, const DemonstrationBackups& backups, const Progress& progress);

} // namespace hdskit
