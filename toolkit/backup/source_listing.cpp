#include "toolkit/backup/source_listing.hpp"

#include "toolkit/verification/descriptor.hpp"
#include "toolkit/verification/tree_walk.hpp"

#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace hdskit {
namespace {

void add(Sha256& sha, std::string_view name, const struct stat& status) {
  const std::uint64_t numbers[] = {static_cast<std::uint64_t>(status.st_mode),        static_cast<std::uint64_t>(status.st_uid),
                                   static_cast<std::uint64_t>(status.st_gid),         static_cast<std::uint64_t>(status.st_size),
                                   static_cast<std::uint64_t>(status.st_mtim.tv_sec), static_cast<std::uint64_t>(status.st_mtim.tv_nsec),
                                   static_cast<std::uint64_t>(status.st_ino)};
  char bytes[sizeof numbers];
  std::memcpy(bytes, numbers, sizeof numbers);
  sha.update(name);
  sha.update({"\0", 1});
  sha.update({bytes, sizeof bytes});
}

} // namespace

std::optional<Digest> source_listing(const std::string& location, const Progress& progress) {
  struct stat status {};
  if (location.empty() || location.front() != '/' || ::stat(location.c_str(), &status) != 0) return {};
  Sha256 sha;
  add(sha, "", status);
  Descriptor root{S_ISDIR(status.st_mode) ? ::open(location.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1};
  if (!root.is_open()) return sha.finish();
  TreeWalk walk{std::move(root)};
  std::uint64_t count = 0;
  for (WalkedEntry walked; walk.next(walked); walked = {}) {
    if (++count % 4096 == 0) progress.stop_if_cancelled();
    if (walked.parent && ::fstatat(walked.parent->number(), walked.name(), &status, AT_SYMLINK_NOFOLLOW) == 0) add(sha, walked.entry.path, status);
  }
  return sha.finish();
}

} // namespace hdskit
