#include "toolkit/workspace/file_place.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>
#include <sys/stat.h>

namespace hdskit {

FilePlace::FilePlace(const std::filesystem::path& file) : path_{std::filesystem::absolute(file)} {
  struct stat seen {};
  if (::stat(path_.c_str(), &seen) != 0) fail_on_file(path_, errno);
  device_ = seen.st_dev;
  inode_ = seen.st_ino;
}

void FilePlace::ensure_unchanged() const {
  const auto name = path_.string();
  struct stat seen {};
  if (::stat(path_.c_str(), &seen) != 0) {
    if (errno != ENOENT && errno != ENOTDIR) fail_on_file(path_, errno);
    throw Problem{ProblemKind::not_found, name, tr("The workspace “{1}” was removed or moved while it was open; nothing was recorded.", {name}),
                  tr("Put the file back where it was, or open it where it is now.")};
  }
  if (seen.st_dev == device_ && seen.st_ino == inode_) return;
  throw Problem{ProblemKind::refused, name, tr("Another file was put in the place of the workspace “{1}” while it was open; nothing was recorded.", {name}),
                tr("Put the right file back, or open the workspace again to go on with the one that stands there now.")};
}

} // namespace hdskit
