#include "unpack/member_of_entry.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <optional>
#include <sys/stat.h>
#include <tuple>

namespace hdskit::unpack {

namespace {

constexpr std::size_t most_attributes = 1'000, most_list_entries = 10'000;

MemberKind kind_of(archive_entry* entry) {
  if (::archive_entry_hardlink(entry) != nullptr) return MemberKind::hard_link;
  switch (::archive_entry_filetype(entry)) {
    case AE_IFREG: return MemberKind::file;
    case AE_IFDIR: return MemberKind::folder;
    case AE_IFLNK: return MemberKind::link;
    case AE_IFIFO: return MemberKind::fifo;
    case AE_IFCHR: return MemberKind::character_device;
    case AE_IFBLK: return MemberKind::block_device;
    default: return MemberKind::unknown;
  }
}

void append_number(std::string& bytes, std::uint32_t number, int count) {
  for (int i = 0; i < count; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

/// One entry of a list as the kernel has it (linux/posix_acl_xattr.h); nothing for a name without number.
std::optional<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> kernel_entry(int tag, int permissions, int qualifier) {
  static constexpr std::array<std::pair<int, std::uint32_t>, 6> tags{{{ARCHIVE_ENTRY_ACL_USER_OBJ, 1},
                                                                      {ARCHIVE_ENTRY_ACL_USER, 2},
                                                                      {ARCHIVE_ENTRY_ACL_GROUP_OBJ, 4},
                                                                      {ARCHIVE_ENTRY_ACL_GROUP, 8},
                                                                      {ARCHIVE_ENTRY_ACL_MASK, 0x10},
                                                                      {ARCHIVE_ENTRY_ACL_OTHER, 0x20}}};
  const auto* const found = std::ranges::find(tags, tag, &std::pair<int, std::uint32_t>::first);
  if (found == tags.end()) return std::nullopt;
  const bool named = tag == ARCHIVE_ENTRY_ACL_USER || tag == ARCHIVE_ENTRY_ACL_GROUP;
  if (named && qualifier < 0) return std::nullopt;
  return std::tuple{found->second, named ? static_cast<std::uint32_t>(qualifier) : 0xFFFFFFFFu, static_cast<std::uint32_t>(permissions) & 7u};
}

/// An access control list as the value of its system.posix_acl_* attribute; "" when there is none beyond the mode, or it cannot be told.
std::string kernel_list(archive_entry* entry, int which) {
  if (::archive_entry_acl_count(entry, which) == 0) return {};
  ::archive_entry_acl_reset(entry, which);
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> list;
  int type = 0, permissions = 0, tag = 0, qualifier = 0;
  const char* name = nullptr;
  while (::archive_entry_acl_next(entry, which, &type, &permissions, &tag, &qualifier, &name) == ARCHIVE_OK) {
    const auto one = kernel_entry(tag, permissions, qualifier);
    if (!one || list.size() == most_list_entries) return {};
    list.push_back(*one);
  }
  if (list.empty()) return {};
  std::ranges::sort(list); // as libacl keeps them
  std::string bytes;
  append_number(bytes, 2, 4);
  for (const auto& [kind, id, rights] : list) {
    append_number(bytes, kind, 2);
    append_number(bytes, rights, 2);
    append_number(bytes, id, 4);
  }
  return bytes;
}

void add_list(Member& member, archive_entry* entry, int which, const char* name) {
  auto bytes = kernel_list(entry, which);
  if (bytes.empty()) return;
  std::erase_if(member.attributes, [&](const auto& attribute) { return attribute.first == name; });
  member.attributes.emplace_back(name, std::move(bytes));
}

/// With a list, the permissions of the group show its mask. libarchive puts those of the owning group there, and a change of mode would then narrow the mask.
void show_mask(Member& member, archive_entry* entry) {
  constexpr int access = ARCHIVE_ENTRY_ACL_TYPE_ACCESS;
  if (::archive_entry_acl_count(entry, access) == 0) return;
  ::archive_entry_acl_reset(entry, access);
  int type = 0, permissions = 0, tag = 0, qualifier = 0;
  const char* name = nullptr;
  while (::archive_entry_acl_next(entry, access, &type, &permissions, &tag, &qualifier, &name) == ARCHIVE_OK)
    if (tag == ARCHIVE_ENTRY_ACL_MASK) member.mode = (member.mode & ~070u) | (static_cast<std::uint32_t>(permissions) & 7u) << 3;
}

/// pax (POSIX) tells a moment as a decimal number: -1.25 is a quarter before -1. libarchive hands over -1 and 0.25, as it also writes them, against POSIX.
void set_time(Member& member, archive_entry* entry, bool in_tar) {
  member.dated = ::archive_entry_mtime_is_set(entry) != 0;
  member.modified_seconds = ::archive_entry_mtime(entry);
  member.modified_nanoseconds = std::clamp(::archive_entry_mtime_nsec(entry), 0L, 999'999'999L);
  if (!in_tar || member.modified_seconds >= 0 || member.modified_nanoseconds == 0) return;
  member.modified_seconds -= 1;
  member.modified_nanoseconds = 1'000'000'000L - member.modified_nanoseconds;
}

void add_attributes(Member& member, archive_entry* entry) {
  ::archive_entry_xattr_reset(entry);
  const char* name = nullptr;
  const void* value = nullptr;
  std::size_t size = 0;
  while (member.attributes.size() < most_attributes && ::archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK)
    if (name != nullptr) member.attributes.emplace_back(name, size == 0 ? std::string{} : std::string{static_cast<const char*>(value), size});
  add_list(member, entry, ARCHIVE_ENTRY_ACL_TYPE_ACCESS, "system.posix_acl_access");
  add_list(member, entry, ARCHIVE_ENTRY_ACL_TYPE_DEFAULT, "system.posix_acl_default");
}

std::string text_of(const char* text) { return text == nullptr ? std::string{} : std::string{text}; }

} // namespace

Member member_of(archive_entry* entry, bool in_tar) {
  Member member;
  member.path = text_of(::archive_entry_pathname(entry));
  member.kind = kind_of(entry);
  member.mode = static_cast<std::uint32_t>(::archive_entry_perm(entry)) & 07777u;
  member.uid = static_cast<std::uint32_t>(::archive_entry_uid(entry));
  member.gid = static_cast<std::uint32_t>(::archive_entry_gid(entry));
  if (::archive_entry_size_is_set(entry) != 0) member.size = static_cast<std::uint64_t>(std::max<std::int64_t>(0, ::archive_entry_size(entry)));
  set_time(member, entry, in_tar);
  if (member.kind == MemberKind::character_device || member.kind == MemberKind::block_device) member.device = ::archive_entry_rdev(entry);
  if (member.kind == MemberKind::link) member.target = text_of(::archive_entry_symlink(entry));
  if (member.kind == MemberKind::hard_link) member.target = text_of(::archive_entry_hardlink(entry));
  add_attributes(member, entry);
  show_mask(member, entry);
  return member;
}

} // namespace hdskit::unpack
