#include "toolkit/backup/scratch_space.hpp"

#include "toolkit/backup/remove_tree.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/descriptor.hpp"
#include "toolkit/verification/tree_walk.hpp"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace hdskit {
namespace {

constexpr std::string_view prefix = "hdskit-restore-";
constexpr int rest = 20; // after a measurement, times as long as it took: a million entries take about a second

struct Room {
  std::uint64_t free = 0, whole = 0;
};

Room room_of(const std::filesystem::path& folder) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) fail_on_file(folder, errno);
  const auto blocks = ::geteuid() == 0 ? status.f_bfree : status.f_bavail; // what is kept for root is there for root
  return {blocks * status.f_frsize, status.f_blocks * status.f_frsize};
}

/// A tool that meets a full disk often removes what it could not finish, so that the disk looks free again: little room left is full already.
bool is_full(const Room& room) { return room.free < std::min<std::uint64_t>(room.whole / 200, 4u << 20); }

/// The lock is on the folder itself: no file that a restore could write over. Nothing when another holds it.
int locked_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return -1;
  struct stat held {
  }, there{};
  // whoever removed it between the two steps had its lock: then it is another folder, or none
  const bool ours = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor, &held) == 0 && ::lstat(folder.c_str(), &there) == 0 &&
                    held.st_ino == there.st_ino && held.st_dev == there.st_dev;
  if (ours) return descriptor;
  ::close(descriptor);
  return -1;
}

int make_locked_folder(const std::filesystem::path& folder) {
  for (int attempt = 0; attempt < 10; ++attempt) {
    if (::mkdir(folder.c_str(), S_IRWXU) != 0) fail_on_file(folder, errno);
    const int lock = locked_folder(folder);
    if (lock >= 0) return lock; // otherwise another process took it for abandoned and is removing it
    ::rmdir(folder.c_str());
  }
  throw Problem{ProblemKind::busy, folder.string(), tr("“{1}” cannot be locked.", {folder.string()}), tr("Choose a local disk for the scratch space.")};
}

} // namespace

ScratchSpace::ScratchSpace(const std::filesystem::path& parent, std::string_view name, std::optional<std::uint64_t> limit, std::uint64_t expected)
    : path_{std::filesystem::absolute(parent) / (std::string{prefix} + std::string{name})} {
  const auto room = room_of(parent);
  limit_ = limit.value_or(room.free / 10 * 9);
  lock_ = make_locked_folder(path_);
  try {
    require(expected);
  } catch (...) {
    remove();
    throw;
  }
}

ScratchSpace::~ScratchSpace() { remove(); }

std::filesystem::path ScratchSpace::folder(std::string_view name) const {
  const auto folder = path_ / name;
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) fail_on_file(folder, errno);
  return folder;
}

void ScratchSpace::require(std::uint64_t expected) const {
  const auto available = std::min(limit_, room_of(path_).free);
  if (expected / 5 * 6 <= available) return;
  throw Problem{ProblemKind::no_space, path_.parent_path().string(),
                tr("The scratch space offers {1}, but the restore needs about {2}.", {french_bytes(available), french_bytes(expected / 5 * 6)}),
                tr("Free some space, raise the limit of the source, or choose another scratch folder.")};
}

std::uint64_t ScratchSpace::used() const {
  TreeWalk walk{Descriptor{::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)}};
  std::uint64_t bytes = 0;
  for (WalkedEntry walked; walk.next(walked); walked = {}) {
    struct stat status {};
    if (walked.parent && ::fstatat(walked.parent->number(), walked.name(), &status, AT_SYMLINK_NOFOLLOW) == 0)
      bytes += static_cast<std::uint64_t>(status.st_blocks) * 512 / std::max<std::uint64_t>(1, S_ISDIR(status.st_mode) ? 1 : status.st_nlink);
  }
  return bytes;
}

std::string ScratchSpace::objection() const {
  if (disk_is_full()) return tr("The disk of the scratch space is full.");
  if (const auto start = std::chrono::steady_clock::now(); start >= measure_again_) {
    measured_ = used();
    const auto end = std::chrono::steady_clock::now();
    measure_again_ = end + rest * (end - start);
  }
  if (measured_ <= limit_) return {};
  return tr("The scratch space has reached its limit of {1}.", {french_bytes(limit_)});
}

bool ScratchSpace::disk_is_full() const {
  if (!was_full_ && !removed_) was_full_ = is_full(room_of(path_));
  return was_full_;
}

std::string ScratchSpace::remove() {
  if (removed_) return {};
  auto why = remove_tree(path_);
  removed_ = why.empty();
  if (removed_ && lock_ >= 0) {
    ::close(lock_);
    lock_ = -1;
  }
  return why;
}

std::vector<std::filesystem::path> remove_abandoned_scratch(const std::filesystem::path& parent) {
  std::vector<std::filesystem::path> removed;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator{parent, error}) {
    struct stat status {};
    const auto path = entry.path();
    // a stranger's folder of that name in a shared folder is left alone
    if (!path.filename().string().starts_with(prefix) || ::lstat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
      continue;
    const int lock = locked_folder(path);
    if (lock < 0) continue;
    if (remove_tree(path).empty()) removed.push_back(path);
    ::close(lock);
  }
  return removed;
}

} // namespace hdskit
