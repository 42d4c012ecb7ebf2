#pragma once

#include "toolkit/backup/restore_report.hpp"
#include "toolkit/base/child_process.hpp"
#include "toolkit/base/progress.hpp"

#include <any>
#include <filesystem>
#include <memory>

namespace hdskit {

// A kind of source is one constant in one file (source_restic.cpp, …) and one line in source_drivers.cpp. It reads its source and nothing else: what a tool
// would write there (locks, caches) is kept away from it.

/// Where programs are, and who may run them. Given by the faces.
struct ToolShelf {
  std::string path = "/usr/local/bin:/usr/bin:/bin";
  std::vector<std::string> postgresql_folders; ///< of server programs, newest first: /usr/lib/postgresql/15/bin
  std::filesystem::path unpacker;              ///< the program hdskit-unpack, beside hdskit
  std::string database_user = "postgres";      ///< whom a scratch server runs as when we are root
  std::filesystem::path home;                  ///< of the person: ssh keys and keys of repositories. Only drivers of remote sources hand it to a child
  bool as_root = false;
};

struct SourceAccess {
  const BackupSource& source;
  const std::optional<std::string>& secret; ///< the password, when the source has one
  const ToolShelf& tools;
  ChildLimits limits; ///< of every child: time left, cancellation, space
  const Progress& progress;
  std::filesystem::path workshop;            ///< private folder for the driver's own files, inside the scratch space: caches, configuration
  std::function<void(std::string_view)> log; ///< a line for the log of the test; never a secret

  /// Runs a child within the limits and logs command, status, duration and errors. Looks the program up first: Problem not_found names the Debian package.
  /// What ends the drill is a Problem: a limit that was reached or a disk that is full (no_space), a signal that ended the child (unreachable), cancellation.
  /// Every exit status comes back: what it means is for the driver to say.
  ChildResult run(ChildCommand command, std::string_view package, const std::function<void(std::string_view)>& take = {}) const;
  /// For work within this process, every few megabytes: throws Problem cancelled, or no_space when a limit is reached.
  void go_on() const;
};

struct RestoreOrder {
  std::filesystem::path into; ///< an empty folder in the scratch space
  /// Restore only the files for which this is true (and all folders); empty: everything. Only asked of drivers that sample.
  std::function<bool(std::string_view path)> wanted;
};

struct RestoredState {
  std::filesystem::path tree; ///< what is compared with a reference; empty: no tree (a database)
  std::vector<NativeCheck> checks;
  std::vector<RunPhase> phases;        ///< finer than "restore", when the driver knows: start_service
  std::optional<Instant> newest_datum; ///< by newest_query
  std::optional<Digest> artefact;
  std::shared_ptr<void> service;                                      ///< a scratch server that runs as long as this is held
  std::vector<std::pair<std::string, std::string>> check_environment; ///< for the check command: PGHOST, HDSKIT_RESTORED, …
  std::uint64_t files = 0, bytes = 0;                                 ///< restored, when no tree tells
};

struct RequiredTool {
  std::string_view program, package;
};

struct SourceDriver {
  SourceKind kind;
  std::span<const RequiredTool> tools;
  /// Newest first. Throws Problem: unreachable or not_found (location), refused (password), busy (locked), damaged.
  std::vector<BackupPoint> (*inventory)(const SourceAccess& access);
  std::vector<ToolVersion> (*versions)(const SourceAccess& access);
  /// Checks before the restore that the tool itself offers, in its strict mode. nullptr: none.
  std::vector<NativeCheck> (*examine)(const SourceAccess& access, const BackupPoint& point);
  /// A tool that says that data are bad gives a NativeCheck that did not pass; a drill that cannot go on (disk full, killed, wrong password) is a Problem.
  RestoredState (*restore)(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order);
  /// The files of a point, for a sample to be drawn before the restore. nullptr: cannot sample.
  void (*list_files)(const SourceAccess& access, const BackupPoint& point, const std::function<void(std::string_view path, std::uint64_t size)>& take);
};

const SourceDriver& driver_of(SourceKind kind);

/// A location or command line as it may be shown and kept: the password in "scheme://user:password@host" is masked.
std::string without_passwords(std::string_view text);

/// Throws Problem not_found naming each program that is missing and the Debian package that brings it.
void require_tools(const SourceDriver& driver, const ToolShelf& tools);

} // namespace hdskit
