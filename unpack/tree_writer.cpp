#include "unpack/tree_writer.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit::unpack {

bool TreeWriter::begin(const Member& member, const std::string& path) {
  file_.reset();
  if (path.empty()) return false; // the folder itself is ours
  if (order_.wanted && member.kind != MemberKind::folder && !order_.wanted->contains(path)) return false;
  if (member.kind == MemberKind::hard_link) {
    make_twin(member, beneath_.place_of(path, true), path);
    return false;
  }
  const auto place = beneath_.place_of(path, true);
  const bool is_folder = member.kind == MemberKind::folder;
  const bool there = beneath_.clear(place, is_folder);
  if (is_folder) folders_.push_back({path, member});
  if (!there) make(member, place);
  return member.kind == MemberKind::file;
}

void TreeWriter::make(const Member& member, const Place& place) {
  switch (member.kind) {
    case MemberKind::file:
      make_file(place);
      member_ = member;
      written_ = 0;
      return;
    case MemberKind::folder:
      if (::mkdirat(place.folder, place.name.c_str(), 0700) != 0) fail_to_write(errno);
      return;
    case MemberKind::link:
      if (::symlinkat(member.target.c_str(), place.folder, place.name.c_str()) != 0) fail_to_write(errno);
      return give_in_place(member, place);
    default: return make_node(member, place);
  }
}

void TreeWriter::make_file(const Place& place) {
  file_.reset(::openat(place.folder, place.name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!file_) fail_to_write(errno);
}

void TreeWriter::make_twin(const Member& member, const Place& place, const std::string& path) {
  std::string target;
  try {
    target = clean_path(member.target);
  } catch (const Refusal&) { throw Refusal{RefusalReason::link_outside}; }
  if (target.empty()) throw Refusal{RefusalReason::link_outside};
  if (target == path) return;                                         // some programs say a file twice
  const Descriptor folder{::fcntl(place.folder, F_DUPFD_CLOEXEC, 0)}; // the next place takes the other one away
  const auto twin = beneath_.place_of(target, false);
  struct stat state {};
  if (::fstatat(twin.folder, twin.name.c_str(), &state, AT_SYMLINK_NOFOLLOW) != 0) throw Refusal{RefusalReason::missing_twin};
  beneath_.clear({folder.get(), place.name}, false);
  if (::linkat(twin.folder, twin.name.c_str(), folder.get(), place.name.c_str(), 0) == 0) return;
  if (errno == EPERM || errno == EMLINK || errno == EXDEV) throw Refusal{RefusalReason::in_the_way};
  fail_to_write(errno);
}

void TreeWriter::make_node(const Member& member, const Place& place) {
  const bool fifo = member.kind == MemberKind::fifo;
  const mode_t type = fifo ? S_IFIFO : member.kind == MemberKind::block_device ? S_IFBLK : S_IFCHR;
  if (!fifo && !(order_.special && order_.owners)) {
    ++losses_.devices;
    return;
  }
  if (::mknodat(place.folder, place.name.c_str(), type | 0600, fifo ? 0 : static_cast<dev_t>(member.device)) == 0) return give_in_place(member, place);
  if (errno != EPERM) fail_to_write(errno);
  ++losses_.devices;
}

void TreeWriter::write(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::pwrite(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail_to_write(count == 0 ? ENOSPC : errno);
    offset += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
    written_ = std::max(written_, offset);
  }
}

void TreeWriter::end(bool whole) {
  if (!file_) return;
  if (whole && written_ < member_.size && ::ftruncate(file_.get(), static_cast<off_t>(member_.size)) != 0) fail_to_write(errno); // a hole at its end
  give(member_, file_.get());
  file_.reset();
}

void TreeWriter::finish() {
  file_.reset();
  beneath_.forget();
  // deepest first: a folder that may not be entered any more would keep its own folders out of reach
  std::ranges::stable_sort(folders_, std::greater{}, &Folder::path);
  for (const auto& folder : folders_) {
    try {
      const auto place = beneath_.place_of(folder.path, false);
      const Descriptor open{::openat(place.folder, place.name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
      if (open) give(folder.member, open.get());
    } catch (const Refusal&) { continue; } // something else took its place
  }
  folders_.clear();
}

} // namespace hdskit::unpack
