#include "toolkit/backup/remove_tree.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/verification/descriptor.hpp"

#include <cerrno>
#include <memory>
#include <system_error>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace hdskit {
namespace {

/// Deeper folders are moved up before they are emptied, so that descriptors and stack do not grow with a hostile tree.
constexpr unsigned deepest = 64;

class TreeRemoval {
public:
  explicit TreeRemoval(int top) : top_{top} {}
  void empty(int folder, unsigned depth);
  int error() const { return error_; }

private:
  void remove_entry(int folder, const char* name, bool may_be_folder, unsigned depth);
  void remove_folder(int folder, const char* name, unsigned depth);
  void note(int error) {
    if (error != ENOENT && error_ == 0) error_ = error;
  }
  int top_;
  unsigned moved_ = 0;
  int error_ = 0;
};

std::vector<std::pair<std::string, unsigned char>> names_in(int folder, int& error) {
  std::vector<std::pair<std::string, unsigned char>> names;
  const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, int (*)(DIR*)> listing{copy < 0 ? nullptr : ::fdopendir(copy), ::closedir};
  if (!listing) {
    error = errno;
    if (copy >= 0) ::close(copy);
    return names;
  }
  errno = 0;
  while (const auto* entry = ::readdir(listing.get())) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name, entry->d_type);
  }
  error = errno;
  return names;
}

/// Opens a folder that may lack every permission: O_PATH needs none, and chmod through /proc follows no link.
Descriptor open_with_permission(int folder, const char* name) {
  Descriptor opened{::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  const Descriptor place{::openat(folder, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  if (!place.is_open()) return {};
  struct stat status {};
  if (opened.is_open() && ::fstat(opened.number(), &status) == 0 && (status.st_mode & S_IRWXU) == S_IRWXU) return opened;
  ::chmod(("/proc/self/fd/" + std::to_string(place.number())).c_str(), S_IRWXU);
  return Descriptor{::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
}

void TreeRemoval::empty(int folder, unsigned depth) {
  int error = 0;
  for (const auto& [name, type] : names_in(folder, error)) remove_entry(folder, name.c_str(), type == DT_DIR || type == DT_UNKNOWN, depth);
  if (error != 0) note(error);
}

void TreeRemoval::remove_entry(int folder, const char* name, bool may_be_folder, unsigned depth) {
  if (may_be_folder) {
    struct stat status {};
    if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return note(errno);
    if (S_ISDIR(status.st_mode)) return remove_folder(folder, name, depth);
  }
  if (::unlinkat(folder, name, 0) != 0) note(errno);
}

void TreeRemoval::remove_folder(int folder, const char* name, unsigned depth) {
  {
    const auto opened = open_with_permission(folder, name);
    // found there in the next round
    if (depth >= deepest && opened.is_open() && ::renameat(folder, name, top_, (".deep-" + std::to_string(++moved_)).c_str()) == 0) return;
    if (opened.is_open()) empty(opened.number(), depth + 1);
    else note(errno);
  }
  if (::unlinkat(folder, name, AT_REMOVEDIR) != 0) note(errno);
}

} // namespace

std::string remove_tree(const std::filesystem::path& folder) {
  const auto why = [](int error) { return tr("Restored data could not be removed: {1}", {std::generic_category().message(error)}); };
  {
    const auto top = open_with_permission(AT_FDCWD, folder.c_str());
    if (!top.is_open()) return errno == ENOENT ? "" : why(errno);
    TreeRemoval removal{top.number()};
    for (bool more = true; more;) {
      removal.empty(top.number(), 0);
      if (removal.error() != 0) return why(removal.error());
      int error = 0;
      more = !names_in(top.number(), error).empty();
    }
  }
  return ::rmdir(folder.c_str()) == 0 || errno == ENOENT ? "" : why(errno);
}

} // namespace hdskit
