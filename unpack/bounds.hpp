#pragma once

#include "unpack/archive_input.hpp"

#include <algorithm>
#include <limits>

namespace hdskit::unpack {

/// How much an archive may become.
struct ReadingOrder {
  std::uint64_t members = 50'000'000;
  std::uint64_t bytes = std::numeric_limits<std::uint64_t>::max(); ///< of content
  std::uint64_t ratio = 1'000;                                     ///< uncompressed to compressed: what exceeds it is a bomb …
  std::uint64_t ratio_from = 100ULL << 20;                         ///< … once it is larger than this
  std::uint64_t holes = 16ULL << 40;                               ///< apparent bytes of all files, holes included
  std::optional<std::string> passphrase;
};

/// Thrown through the reader.
struct BombFound {};

inline bool is_bomb(std::uint64_t unpacked, const ArchiveInput& input, const ReadingOrder& order) {
  const auto taken = std::max<std::uint64_t>(1, std::min(input.taken(), input.size().value_or(input.taken())));
  return unpacked / taken > order.ratio;
}

inline void check_ratio(std::uint64_t unpacked, const ArchiveInput& input, const ReadingOrder& order) {
  if (unpacked > order.ratio_from && is_bomb(unpacked, input, order)) throw BombFound{};
}

} // namespace hdskit::unpack
