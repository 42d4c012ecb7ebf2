#include "toolkit/verification/tree_walk.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/verification/open_beneath.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

#include <fcntl.h>

namespace hdskit {
namespace {

/// A tree may be deeper than a process may have files open.
constexpr std::size_t levels_kept_open = 32;

/// Of years 1678 to 2261; what lies beyond is the nearest of them.
std::int64_t nanoseconds(const timespec& time) {
  constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 1'000'000'000 - 1;
  return std::clamp<std::int64_t>(time.tv_sec, -limit, limit) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

EntryKind kind_of_mode(mode_t mode) {
  switch (mode & S_IFMT) {
    case S_IFDIR: return EntryKind::folder;
    case S_IFLNK: return EntryKind::link;
    case S_IFIFO: return EntryKind::fifo;
    case S_IFSOCK: return EntryKind::socket;
    case S_IFCHR: return EntryKind::character_device;
    case S_IFBLK: return EntryKind::block_device;
    default: return EntryKind::file;
  }
}

SeenFile seen_file(const struct stat& status) {
  return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_nlink, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

std::string failure_of(int error) {
  switch (error) {
    case EACCES:
    case EPERM: return tr("it may not be read with your rights");
    case ENOENT: return tr("it vanished while the tree was read");
    case ELOOP:
    case ENOTDIR:
    case EXDEV: return tr("it was replaced while the tree was read");
    default: return tr("it could not be read: {1}", {std::generic_category().message(error)});
  }
}

std::string failure_changed() { return tr("it changed while it was read"); }

TreeWalk::TreeWalk(Descriptor root) : root_{std::make_shared<OpenFolder>(std::move(root), open_)} {
  Level level{root_, "", {}, {}};
  int error = 0;
  level.names = FolderListing{root_->number(), error};
  if (error != 0) throw std::system_error{error, std::generic_category()};
  levels_.push_back(std::move(level));
}

bool TreeWalk::next(WalkedEntry& found) {
  while (!levels_.empty() && levels_.back().names.at_end()) levels_.pop_back();
  if (levels_.empty()) return false;
  auto& level = levels_.back();
  if (!level.folder && !level.lost) reopen(level);
  const auto name = level.names.next();
  found.entry.path = level.path + name.text;
  found.name_at = level.path.size();
  found.parent = level.folder;
  if (name.kind) {
    found.entry.kind = *name.kind;
  } else if (struct stat status{}; level.folder && ::fstatat(level.folder->number(), name.text, &status, AT_SYMLINK_NOFOLLOW) == 0) {
    found.entry.kind = kind_of_mode(status.st_mode);
  }
  if (!level.folder) found.entry.failure = failure_of(ENOTDIR);
  else if (found.entry.kind == EntryKind::folder) enter(found);
  return true;
}

void TreeWalk::enter(WalkedEntry& found) {
  auto folder = open_beneath(found.parent->number(), found.name(), O_DIRECTORY | O_NOATIME);
  struct stat status {};
  if (!folder.is_open() || ::fstat(folder.number(), &status) != 0) {
    found.entry.failure = failure_of(errno);
    return;
  }
  int error = 0;
  Level level{std::make_shared<OpenFolder>(std::move(folder), open_), found.entry.path + "/", seen_file(status), {}};
  level.names = FolderListing{level.folder->number(), error};
  if (error != 0) found.entry.failure = failure_of(error);
  found.self = level.folder;
  levels_.push_back(std::move(level));
  close_distant();
}

void TreeWalk::close_distant() {
  if (levels_.size() > levels_kept_open) levels_[levels_.size() - 1 - levels_kept_open].folder.reset();
}

void TreeWalk::reopen(Level& level) {
  auto folder = open_folder_beneath(root_->number(), level.path.substr(0, level.path.empty() ? 0 : level.path.size() - 1));
  struct stat status {};
  const bool same = folder.is_open() && ::fstat(folder.number(), &status) == 0 &&
                    (level.path.empty() || (status.st_dev == level.seen.device && status.st_ino == level.seen.number));
  if (same) level.folder = std::make_shared<OpenFolder>(std::move(folder), open_);
  else level.lost = true;
}

} // namespace hdskit
