#include "unpack/beneath.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hdskit::unpack {

namespace {

constexpr int folder_only = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

int open_whole(int root, const char* path) {
  open_how how{};
  how.flags = folder_only;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  return static_cast<int>(::syscall(SYS_openat2, root, path, &how, sizeof how));
}

[[noreturn]] void refuse_step(int folder, const char* name, int error) {
  struct stat state {};
  if (error == ENOENT) throw Refusal{RefusalReason::missing_twin};
  if ((error == ENOTDIR || error == ELOOP) && ::fstatat(folder, name, &state, AT_SYMLINK_NOFOLLOW) == 0)
    throw Refusal{S_ISLNK(state.st_mode) ? RefusalReason::through_link : RefusalReason::in_the_way};
  fail_to_write(error);
}

/// One step down. Its own name holds no '/', so nothing but the folder's own entry can be opened.
Descriptor step(int folder, const char* name, bool make) {
  Descriptor next{::openat(folder, name, folder_only)};
  if (next) return next;
  if (errno != ENOENT || !make) refuse_step(folder, name, errno);
  if (::mkdirat(folder, name, 0755) != 0) fail_to_write(errno);
  next.reset(::openat(folder, name, folder_only));
  if (!next) refuse_step(folder, name, errno);
  return next;
}

} // namespace

void Descriptor::reset(int number) {
  if (number_ >= 0) ::close(number_);
  number_ = number;
}

void fail_to_write(int error) {
  if (error == ENOSPC || error == EDQUOT || error == EFBIG || error == ENOMEM) throw Stop{StopReason::no_space, std::strerror(error)};
  if (error == ENAMETOOLONG) throw Refusal{RefusalReason::too_long};
  throw Stop{StopReason::io, std::strerror(error)};
}

Descriptor Beneath::open_folder(const std::string& path, bool make) {
  if (whole_paths_ && path.size() < PATH_MAX) {
    if (const int whole = open_whole(root_, path.c_str()); whole >= 0) return Descriptor{whole};
    if (errno == ENOSYS || errno == EPERM) whole_paths_ = false;
  }
  Descriptor folder{::openat(root_, ".", folder_only)};
  if (!folder) fail_to_write(errno);
  for (std::size_t from = 0; from < path.size();) {
    const auto to = std::min(path.find('/', from), path.size());
    folder = step(folder.get(), path.substr(from, to - from).c_str(), make);
    from = to + 1;
  }
  return folder;
}

Place Beneath::place_of(const std::string& path, bool make) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return {root_, path};
  if (auto folder = path.substr(0, slash); stale_ || folder != path_) {
    folder_ = open_folder(folder, make);
    path_ = std::move(folder);
    stale_ = false;
  }
  return {folder_.get(), path.substr(slash + 1)};
}

bool Beneath::clear(const Place& place, bool for_folder) {
  struct stat state {};
  if (::fstatat(place.folder, place.name.c_str(), &state, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return false;
    fail_to_write(errno);
  }
  const bool is_folder = S_ISDIR(state.st_mode);
  if (is_folder && for_folder) return true;
  if (::unlinkat(place.folder, place.name.c_str(), is_folder ? AT_REMOVEDIR : 0) != 0) throw Refusal{RefusalReason::in_the_way};
  if (is_folder) forget();
  return false;
}

} // namespace hdskit::unpack
