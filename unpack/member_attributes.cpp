#include "unpack/tree_writer.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace hdskit::unpack {

namespace {

timespec modified(const Member& member) { return {static_cast<time_t>(member.modified_seconds), member.modified_nanoseconds}; }

bool is_list(std::string_view name) { return name.starts_with("system.posix_acl_"); }

} // namespace

std::uint32_t TreeWriter::mode_of(const Member& member) const { return member.mode & (order_.special || member.kind == MemberKind::folder ? 07777u : 01777u); }

void TreeWriter::give_attributes(const Member& member, int file) {
  for (const bool lists : {false, true}) // a list may take away the right to write the others
    for (const auto& [name, value] : member.attributes) {
      if (is_list(name) != lists) continue;
      const bool known = lists || name.starts_with("user.") || (name == "security.capability" && order_.special && order_.owners);
      if (!known || ::fsetxattr(file, name.c_str(), value.data(), value.size(), 0) != 0) ++losses_.attributes;
    }
}

/// In this order: a change of owner takes setuid and capabilities away, everything else changes the time.
void TreeWriter::give(const Member& member, int file) {
  if (order_.owners && ::fchown(file, member.uid, member.gid) != 0) ++losses_.owners;
  give_attributes(member, file);
  if (::fchmod(file, mode_of(member)) != 0 || mode_of(member) != member.mode) ++losses_.modes;
  if (!member.dated) return;
  const timespec times[2] = {modified(member), modified(member)};
  if (::futimens(file, times) != 0) ++losses_.times;
}

void TreeWriter::give_in_place(const Member& member, const Place& place) {
  const char* name = place.name.c_str();
  if (order_.owners && ::fchownat(place.folder, name, member.uid, member.gid, AT_SYMLINK_NOFOLLOW) != 0) ++losses_.owners;
  if (!member.attributes.empty()) ++losses_.attributes;
  if (member.kind != MemberKind::link && ::fchmodat(place.folder, name, mode_of(member), 0) != 0) ++losses_.modes;
  if (!member.dated) return;
  const timespec times[2] = {modified(member), modified(member)};
  if (::utimensat(place.folder, name, times, AT_SYMLINK_NOFOLLOW) != 0) ++losses_.times;
}

} // namespace hdskit::unpack
