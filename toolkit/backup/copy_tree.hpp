#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace hdskit {

struct CopyOrder {
  std::function<bool(std::string_view path)> wanted; ///< files to copy; empty: all. Everything else is copied always
  std::function<void(std::uint64_t bytes)> pause;    ///< called every few megabytes or thousand entries with the bytes so far; may throw
};

struct CopyTotals {
  std::uint64_t files = 0, bytes = 0;
  std::uint64_t unreadable = 0; ///< entries that the disk did not give, or not whole
  std::uint64_t incomplete = 0; ///< entries that came over without some attribute that the file system, or our rights, do not take
  std::string failure;          ///< of the first unreadable one, without its path
};

/// Copies all below `from` into the empty folder `into`, with owners (when root), modes, times, links, hard links, extended attributes, lists, holes, fifos and
/// devices. Follows no link, leaves neither folder, only reads `from`. Throws Problem no_space, refused (rights), not_found, what `pause` throws.
CopyTotals copy_tree(const std::filesystem::path& from, const std::filesystem::path& into, const CopyOrder& order);

} // namespace hdskit
