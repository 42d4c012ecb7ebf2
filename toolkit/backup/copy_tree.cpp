#include "toolkit/backup/copy_tree.hpp"

#include "toolkit/backup/copy_file_content.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/open_beneath.hpp"
#include "toolkit/verification/tree_walk.hpp"

#include <cerrno>
#include <map>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

namespace hdskit {
namespace {

constexpr std::uint64_t bytes_a_pause = 16u << 20, entries_a_pause = 1'000;

class TreeCopy {
public:
  TreeCopy(const std::filesystem::path& from, const std::filesystem::path& into, const CopyOrder& order)
      : from_{from}, into_{into}, order_{order}, target_{open_root(into)} {}
  CopyTotals run();

private:
  struct Folder {
    std::string path;
    struct stat status {};
  };
  static Descriptor open_root(const std::filesystem::path& folder) {
    Descriptor root{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!root.is_open()) fail_on_file(folder, errno);
    return root;
  }
  void copy(WalkedEntry& walked);
  void copy_folder(WalkedEntry& walked, const struct stat& status);
  void copy_file(const WalkedEntry& walked, const struct stat& status);
  bool link_twin(const WalkedEntry& walked, const struct stat& status);
  int make_special(const WalkedEntry& walked, const struct stat& status);
  void complete(int source_parent, int target_parent, const char* name, const struct stat& status);
  void leave_folders(std::string_view next_path);
  int target_parent(std::string_view path);
  void note_unreadable(int error);
  void took(std::uint64_t bytes);
  [[noreturn]] void fail_on_target(int error) { fail_on_file(into_, error); }

  const std::filesystem::path &from_, &into_;
  const CopyOrder& order_;
  Descriptor target_, parent_;
  std::string parent_path_;
  bool parent_is_open_ = false;
  std::vector<Folder> folders_;
  std::map<std::pair<dev_t, ino_t>, std::string> twins_;
  CopyTotals totals_;
  std::uint64_t since_pause_ = 0, entries_ = 0;
};

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string{} : std::string{path.substr(0, slash)};
}
const char* name_of(const std::string& path) { return path.c_str() + (path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1); }

CopyTotals TreeCopy::run() {
  TreeWalk walk{open_root(from_)};
  for (WalkedEntry walked; walk.next(walked); walked = {}) {
    leave_folders(walked.entry.path);
    copy(walked);
    if (++entries_ % entries_a_pause == 0 && order_.pause) order_.pause(totals_.bytes);
  }
  leave_folders({});
  return totals_;
}

void TreeCopy::note_unreadable(int error) {
  if (error == EACCES || error == EPERM) fail_on_file(from_, error); // our rights, not the backup
  if (totals_.unreadable++ == 0) totals_.failure = std::generic_category().message(error);
}

void TreeCopy::took(std::uint64_t bytes) {
  totals_.bytes += bytes;
  since_pause_ += bytes;
  if (since_pause_ < bytes_a_pause) return;
  since_pause_ = 0;
  if (order_.pause) order_.pause(totals_.bytes);
}

int TreeCopy::target_parent(std::string_view path) {
  auto folder = folder_of(path);
  if (parent_is_open_ && folder == parent_path_) return parent_.number();
  parent_ = open_folder_beneath(target_.number(), folder);
  if (!parent_.is_open()) fail_on_target(errno);
  parent_path_ = std::move(folder);
  parent_is_open_ = true;
  return parent_.number();
}

void TreeCopy::copy(WalkedEntry& walked) {
  struct stat status {};
  if (!walked.parent) return note_unreadable(ENOENT);
  if (::fstatat(walked.parent->number(), walked.name(), &status, AT_SYMLINK_NOFOLLOW) != 0) return note_unreadable(errno);
  if (S_ISDIR(status.st_mode)) return copy_folder(walked, status);
  if (S_ISREG(status.st_mode) && order_.wanted && !order_.wanted(walked.entry.path)) return;
  if (link_twin(walked, status)) return;
  if (S_ISREG(status.st_mode)) return copy_file(walked, status);
  if (const int error = make_special(walked, status); error != 0) {
    if (error != EPERM) fail_on_target(error);
    ++totals_.incomplete; // only root makes devices
    return;
  }
  complete(walked.parent->number(), target_parent(walked.entry.path), walked.name(), status);
}

void TreeCopy::copy_folder(WalkedEntry& walked, const struct stat& status) {
  if (!walked.self) return note_unreadable(EACCES);
  if (!walked.entry.failure.empty()) note_unreadable(EIO);
  if (::mkdirat(target_parent(walked.entry.path), walked.name(), S_IRWXU) != 0) fail_on_target(errno);
  folders_.push_back({walked.entry.path, status});
}

/// A folder gets its attributes when nothing more comes into it: writing would change its times, and may be what its mode forbids.
void TreeCopy::leave_folders(std::string_view next_path) {
  while (!folders_.empty()) {
    const auto& last = folders_.back();
    const bool within = next_path.size() > last.path.size() && next_path.starts_with(last.path) && next_path[last.path.size()] == '/';
    if (within) return;
    const Descriptor root{open_root(from_)};
    const auto parent = open_folder_beneath(root.number(), folder_of(last.path));
    if (parent.is_open()) complete(parent.number(), target_parent(last.path), name_of(last.path), last.status);
    else note_unreadable(errno);
    folders_.pop_back();
  }
}

bool TreeCopy::link_twin(const WalkedEntry& walked, const struct stat& status) {
  if (status.st_nlink < 2) return false;
  const auto [place, first] = twins_.try_emplace({status.st_dev, status.st_ino}, walked.entry.path);
  if (first) return false;
  const auto other = open_folder_beneath(target_.number(), folder_of(place->second));
  if (!other.is_open()) fail_on_target(errno);
  if (::linkat(other.number(), name_of(place->second), target_parent(walked.entry.path), walked.name(), 0) != 0) {
    if (errno != ENOENT) fail_on_target(errno); // the first name could not be copied
    return false;
  }
  if (S_ISREG(status.st_mode)) ++totals_.files;
  return true;
}

void TreeCopy::copy_file(const WalkedEntry& walked, const struct stat& status) {
  const auto source = open_beneath(walked.parent->number(), walked.name(), O_RDONLY | O_NOATIME);
  if (!source.is_open()) return note_unreadable(errno);
  struct stat now {};
  if (::fstat(source.number(), &now) != 0 || now.st_ino != status.st_ino) return note_unreadable(ENOENT);
  const int parent = target_parent(walked.entry.path);
  const Descriptor target{::openat(parent, walked.name(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR)};
  if (!target.is_open()) fail_on_target(errno);
  const auto copied =
      copy_file_content(source.number(), target.number(), static_cast<std::uint64_t>(now.st_size), [this](std::uint64_t bytes) { took(bytes); });
  if (copied.write_error != 0) fail_on_target(copied.write_error);
  if (copied.read_error != 0) note_unreadable(copied.read_error);
  ++totals_.files;
  complete(walked.parent->number(), parent, walked.name(), now);
}

int TreeCopy::make_special(const WalkedEntry& walked, const struct stat& status) {
  const int parent = target_parent(walked.entry.path);
  if (!S_ISLNK(status.st_mode)) return ::mknodat(parent, walked.name(), (status.st_mode & S_IFMT) | S_IRUSR | S_IWUSR, status.st_rdev) == 0 ? 0 : errno;
  std::string target(static_cast<std::size_t>(status.st_size) + 4096, '\0'); // /proc and the like tell no size
  const auto length = ::readlinkat(walked.parent->number(), walked.name(), target.data(), target.size());
  if (length < 0) {
    note_unreadable(errno);
    return 0;
  }
  target.resize(static_cast<std::size_t>(length));
  return ::symlinkat(target.c_str(), parent, walked.name()) == 0 ? 0 : errno;
}

/// In this order: a change of owner takes setuid and capabilities away, a list of access changes the mode, everything changes the times.
void TreeCopy::complete(int source_parent, int target_parent, const char* name, const struct stat& status) {
  const auto within = [name](int folder) { return "/proc/self/fd/" + std::to_string(folder) + "/" + name; };
  bool lost = false;
  if (::geteuid() == 0) lost |= ::fchownat(target_parent, name, status.st_uid, status.st_gid, AT_SYMLINK_NOFOLLOW) != 0;
  lost |= copy_extended_attributes(within(source_parent).c_str(), within(target_parent).c_str()) > 0;
  if (!S_ISLNK(status.st_mode)) lost |= ::fchmodat(target_parent, name, status.st_mode & 07777, 0) != 0;
  const timespec times[2] = {{0, UTIME_OMIT}, status.st_mtim};
  lost |= ::utimensat(target_parent, name, times, AT_SYMLINK_NOFOLLOW) != 0;
  if (lost) ++totals_.incomplete;
}

} // namespace

CopyTotals copy_tree(const std::filesystem::path& from, const std::filesystem::path& into, const CopyOrder& order) { return TreeCopy{from, into, order}.run(); }

} // namespace hdskit
