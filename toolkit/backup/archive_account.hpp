#pragma once

#include "toolkit/backup/restore_report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// What hdskit-unpack says of an archive (docs/formats/unpack-account.md).
struct ArchiveAccount {
  std::string format;
  std::uint64_t members = 0, files = 0, written = 0, bytes = 0, refused = 0, damaged_members = 0, hidden_bytes = 0, lost = 0;
  bool whole = false, hostile = false, bomb = false, truncated = false;
  std::string damage, end, stop, stop_words;
  std::vector<std::string> refused_paths; ///< with the reason, escaped: for the log only
  std::vector<std::string> confined_by;
};

/// Reads the last line of its output. Throws Problem bad_input.
ArchiveAccount parse_archive_account(std::string_view line);

struct ArchiveMember {
  std::string path, kind, target;
  std::uint64_t size = 0;
};
/// One of the lines before. Throws Problem bad_input.
ArchiveMember parse_archive_member(std::string_view line);

/// Throws the Problem of an account that says that reading had to stop for no fault of the archive: password, space, a kind that is not read.
void refuse_stopped(const ArchiveAccount& account, const std::string& archive);
/// What the account says of the archive itself.
std::vector<NativeCheck> checks_of(const ArchiveAccount& account, int status);

} // namespace hdskit
