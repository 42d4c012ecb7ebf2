#pragma once

#include "unpack/member.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hdskit::unpack {

struct RefusedMember {
  std::string path;
  RefusalReason reason = RefusalReason::unnamed;
};
inline constexpr std::size_t refused_told = 20;

/// How the archive ends by its own rules.
enum class ArchiveEnd : std::uint8_t {
  proper,  ///< tar: two blocks of zeros; zip: a central directory that counts as many members; 7z: its header
  short_,  ///< tar: one block of zeros
  missing, ///< no sign of an end: members may be missing
  unseen,  ///< reading stopped before, or a zip came through a pipe
};
std::string_view word_of(ArchiveEnd end);

/// What reading an archive found out.
struct ArchiveAccount {
  std::string format;               ///< "tar", "zip", "7z", "" when it is none of them
  std::vector<std::string> filters; ///< "gzip", …
  std::uint64_t members = 0, files = 0, folders = 0, links = 0;
  std::uint64_t written = 0;       ///< files whose content was handed to the sink
  std::uint64_t bytes = 0;         ///< of that content
  std::uint64_t archive_bytes = 0; ///< read of the archive
  std::uint64_t refused = 0;
  std::vector<RefusedMember> first_refused;
  bool hostile = false; ///< a member wants out of its folder, or the archive is a bomb
  bool bomb = false;
  std::uint64_t damaged_members = 0;
  std::string damage; ///< the first, in the reader's words; "" when there was none
  bool truncated = false;
  ArchiveEnd end = ArchiveEnd::unseen;
  std::uint64_t hidden_bytes = 0; ///< that stand after the end and are not zero: other tools never read them
  std::uint64_t remarks = 0;      ///< warnings of the reader that harm no byte
  std::string first_remark;
  StopReason stop = StopReason::none;
  std::string stop_words;

  void note_damage(std::string words);
  bool whole() const { return format != "" && damage.empty() && !truncated && !hostile && refused == 0 && stop == StopReason::none; }
};

/// What the file system did not take of the members.
struct Losses {
  std::uint64_t owners = 0, modes = 0, attributes = 0, times = 0, devices = 0;
};

/// As one JSON object on one line: every text is escaped() and hence plain ASCII.
std::string account_json(const ArchiveAccount& account, const Losses& losses, const std::vector<std::string>& confined_by);

} // namespace hdskit::unpack
