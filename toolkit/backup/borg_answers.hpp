#pragma once

#include "toolkit/base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// What borg 1.x answers. Texts come from a repository that may be damaged: all of them are bounded. Throws Problem bad_input for what is no answer.

struct BorgArchive {
  std::string name, id;
  Instant begun;
};
std::vector<BorgArchive> read_borg_archives(std::string_view json); ///< `list --json` with TZ=UTC, as borg orders them

/// An entry of an archive, as `list --format "{type} {size} {bpath!a}{NL}"` tells it: a string of Python in ASCII, for borg writes names that are not UTF-8
/// with question marks everywhere else.
struct BorgItem {
  std::string path; ///< relative, its very bytes
  bool file = false, folder = false;
  std::uint64_t size = 0;
};
BorgItem read_borg_item(std::string_view line);

/// What a failed borg said of the cause, by the names that it gives its messages (--log-json).
struct BorgMessages {
  std::vector<std::string> names; ///< "PassphraseWrong", "Repository.DoesNotExist"
  std::string text;               ///< of all messages, for phrases to be found in; it may hold paths
  std::size_t warnings = 0, errors = 0;
  std::size_t rights = 0; ///< warnings of what only an administrator may do

  bool named(std::string_view name) const;
};
/// Lines that are no message (the first one may be cut) count as text only.
BorgMessages read_borg_messages(std::string_view standard_error);

} // namespace hdskit
