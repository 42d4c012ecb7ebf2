#include "toolkit/workspace/work_folder.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

constexpr std::string_view prefix = "hdskit-work-";
constexpr std::size_t random_letters = 6; // of mkdtemp

/// The folder itself is locked, which ends with the process however it ends. -1 when another holds it, or when it is no folder any more.
int locked(const std::filesystem::path& folder) {
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

bool is_ours(const std::filesystem::path& path) {
  const auto name = path.filename().string();
  struct stat status {};
  return name.size() == prefix.size() + random_letters && name.starts_with(prefix) && ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         status.st_uid == ::geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

} // namespace

WorkFolder::WorkFolder(const std::filesystem::path& parent) {
  remove_abandoned_work(parent);
  for (int attempt = 0; attempt < 10; ++attempt) {
    auto pattern = (parent / (std::string{prefix} + "XXXXXX")).string();
    if (!::mkdtemp(pattern.data())) fail_on_file(parent, errno); // mkdtemp creates with mode 0700
    lock_ = locked(pattern);
    if (lock_ >= 0) {
      path_ = pattern;
      return;
    }
    ::rmdir(pattern.c_str()); // another process took it for abandoned and is removing it
  }
  throw Problem{ProblemKind::busy, parent.string(), tr("No folder in “{1}” can be locked.", {parent.string()}), tr("Choose a place on a local disk.")};
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
  ::close(lock_);
}

int remove_abandoned_work(const std::filesystem::path& parent) {
  int removed = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator{parent, error}) {
    if (!is_ours(entry.path())) continue;
    const int lock = locked(entry.path());
    if (lock < 0) continue;
    std::error_code ignored;
    std::filesystem::remove_all(entry.path(), ignored);
    if (!ignored) ++removed;
    ::close(lock);
  }
  return removed;
}

} // namespace hdskit
