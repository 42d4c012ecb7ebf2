#pragma once

#include "toolkit/base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// What restic answers with --json. Texts come from a repository that may be damaged: all of them are bounded. Throws Problem bad_input for what is no answer.

struct ResticSnapshot {
  std::string id, host;
  std::vector<std::string> paths, tags;
  Instant time;                       ///< the backup began then
  std::optional<Instant> ended;       ///< restic 0.17 and later tell it
  std::optional<std::uint64_t> bytes; ///< the same
};
std::vector<ResticSnapshot> read_restic_snapshots(std::string_view json); ///< as restic orders them: the oldest first
ResticSnapshot read_restic_heading(std::string_view line);                ///< first line of `ls --json`

struct ResticLock {
  bool exclusive = false;
  std::string host, user;
  std::int64_t process = 0;
  std::optional<Instant> since;
};
ResticLock read_restic_lock(std::string_view json);

/// A line of `ls --json`. Bytes of a path that are not UTF-8 come as U+FFFD: see restic_listing.hpp.
struct ResticNode {
  std::string path; ///< absolute, as in the snapshot
  bool file = false, folder = false;
  std::uint64_t size = 0;
};
std::optional<ResticNode> read_restic_node(std::string_view line); ///< nothing for lines of other kinds

/// Share that is restored, from a line that restic 0.17 and later write while they restore.
struct ResticProgress {
  std::uint64_t done = 0, total = 0; ///< bytes
};
std::optional<ResticProgress> read_restic_progress(std::string_view line);

} // namespace hdskit
