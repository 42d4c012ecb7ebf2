#pragma once

#include "toolkit/base/digest.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

enum class EntryKind : std::uint8_t { file, folder, link, fifo, socket, character_device, block_device };

/// What a few windows of a file's bytes look like: a hint for alerts, never a verdict.
enum class ContentLook : std::uint8_t {
  unseen,
  ordinary,
  known,     ///< begins as a known compressed or binary format does
  scrambled, ///< as good as random, and no known format
  zeros,     ///< holds 64 KiB or more of zeros in a row
};

/// One name of a tree with all that a restore has to give back. The root of a tree is no entry.
struct TreeEntry {
  std::string path; ///< from the root, bytes as the file system has them, '/' between names, never empty, never beginning with '/'
  EntryKind kind = EntryKind::file;
  std::uint32_t mode = 0; ///< permissions with setuid, setgid, sticky: 07777
  std::uint32_t uid = 0, gid = 0;
  std::uint64_t size = 0;           ///< bytes of a file; 0 for everything else
  std::int64_t modified = 0;        ///< mtime, nanoseconds since 1970, may be negative
  std::uint64_t device = 0;         ///< st_rdev of devices
  std::string target;               ///< of a symbolic link
  std::string twin;                 ///< path of the first name, in the order of trees, of the same hard-linked file; "" for that first one
  bool sparse = false;              ///< takes less room than it has bytes
  std::optional<Digest> content;    ///< SHA-256 of a file's bytes; nothing when it was not to be read
  std::optional<Digest> attributes; ///< of its extended attributes, access control lists and security labels aside; nothing when there are none
  std::optional<Digest> acl;        ///< of its POSIX access and default lists; nothing when there are none
  ContentLook look = ContentLook::unseen;
  std::string failure; ///< why it could not be read (for people); "" normally. What could be learnt stands in the other fields.

  bool operator==(const TreeEntry&) const = default;
};

/// The order of trees: names are compared byte by byte, folder by folder, so that a folder comes before what it holds and "a/b" before "a.b".
/// Less than 0, 0, more than 0.
int compare_paths(std::string_view one, std::string_view other);

/// Gives entries one after the other in the order of trees; false at the end.
using NextEntry = std::function<bool(TreeEntry&)>;

} // namespace hdskit
