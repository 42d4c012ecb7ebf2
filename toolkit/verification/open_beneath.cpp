#include "toolkit/verification/open_beneath.hpp"

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

namespace hdskit {
namespace {

constexpr int safe_flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
std::atomic<bool> has_openat2{true};

int open_with_bounds(int folder, const char* name, int flags) {
  struct open_how how {};
  how.flags = static_cast<std::uint64_t>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  return static_cast<int>(::syscall(SYS_openat2, folder, name, &how, sizeof how));
}

/// `name` holds no '/': without following it, openat cannot leave the folder either.
int open_once(int folder, const char* name, int flags) {
  for (;;) {
    int number = -1;
    if (has_openat2.load(std::memory_order_relaxed)) {
      number = open_with_bounds(folder, name, flags);
      if (number < 0 && errno == ENOSYS) {
        has_openat2.store(false, std::memory_order_relaxed);
        continue;
      }
    } else {
      number = ::openat(folder, name, flags);
    }
    if (number >= 0 || (errno != EINTR && errno != EAGAIN)) return number; // EAGAIN: openat2 met a rename
  }
}

} // namespace

Descriptor open_beneath(int folder, const char* name, int flags) {
  int number = open_once(folder, name, flags | safe_flags);
  // Only the owner of a file may leave its access time alone; a sandbox may refuse openat2 with EPERM too.
  if (number < 0 && errno == EPERM && (flags & O_NOATIME)) number = open_once(folder, name, (flags & ~O_NOATIME) | safe_flags);
  if (number < 0 && errno == EPERM) number = ::openat(folder, name, (flags & ~O_NOATIME) | safe_flags);
  return Descriptor{number};
}

Descriptor open_folder_beneath(int root, const std::string& path) {
  Descriptor folder{::fcntl(root, F_DUPFD_CLOEXEC, 0)};
  for (std::size_t begin = 0; begin < path.size() && folder.is_open();) {
    const auto end = std::min(path.find('/', begin), path.size());
    folder = open_beneath(folder.number(), path.substr(begin, end - begin).c_str(), O_DIRECTORY);
    begin = end + 1;
  }
  return folder;
}

} // namespace hdskit
