#pragma once

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// Sources, restore tests and the state of their chain at one revision of the workspace: read once, in the background, and shared by the panes of the page.
struct BackupsMap {
  Backups backups;
  ChainState chain;
  std::vector<std::string> machine_findings;  ///< results that never came
  std::vector<RecoveryObjectives> objectives; ///< of each source
  std::vector<SourceStanding> standings;      ///< of each source
  Date day;

  const BackupSource* source(std::string_view reference) const; ///< nullptr: there is none
  const RestoreRun* run(std::string_view reference) const;
  std::vector<const RestoreRun*> runs_of(std::string_view source) const; ///< the newest first
};

std::shared_ptr<const BackupsMap> read_backups_map(const Workspace& workspace, Date today);

/// What Desk::go_to says to the page: "backup_source:DPI", "restore_run:TR12".
struct BackupsSubject {
  std::string kind, reference;
  bool operator==(const BackupsSubject&) const = default;
};
std::optional<BackupsSubject> backups_subject(std::string_view subject);

} // namespace hdskit::gui
