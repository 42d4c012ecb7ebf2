#include "toolkit/verification/folder_listing.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <dirent.h>

namespace hdskit {
namespace {

std::optional<EntryKind> kind_of(unsigned char type) {
  switch (type) {
    case DT_REG: return EntryKind::file;
    case DT_DIR: return EntryKind::folder;
    case DT_LNK: return EntryKind::link;
    case DT_FIFO: return EntryKind::fifo;
    case DT_SOCK: return EntryKind::socket;
    case DT_CHR: return EntryKind::character_device;
    case DT_BLK: return EntryKind::block_device;
    default: return std::nullopt;
  }
}

bool is_dots(const char* name) { return std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0; }

} // namespace

FolderListing::FolderListing(int folder, int& error) {
  constexpr std::size_t room = 64 * 1024;
  const auto buffer = std::make_unique<char[]>(room);
  for (;;) {
    const auto count = ::getdents64(folder, buffer.get(), room);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) error = errno;
    if (count <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
      const auto* entry = reinterpret_cast<const dirent64*>(buffer.get() + at);
      at += entry->d_reclen;
      if (is_dots(entry->d_name)) continue;
      places_.push_back(bytes_.size());
      bytes_ += static_cast<char>(entry->d_type);
      bytes_.append(entry->d_name, std::strlen(entry->d_name) + 1);
    }
  }
  const auto* const start = bytes_.data() + 1;
  std::ranges::sort(places_, [start](std::uint64_t one, std::uint64_t other) { return std::strcmp(start + one, start + other) < 0; });
}

FolderListing::Name FolderListing::next() {
  const auto* const place = bytes_.data() + places_[next_++];
  return {place + 1, kind_of(static_cast<unsigned char>(*place))};
}

} // namespace hdskit
