#pragma once

#include "toolkit/base/digest.hpp"

#include <cstddef>
#include <cstdint>

namespace hdskit {

/// The compression function of SHA-256 (FIPS 180-4, 6.2.2) on sixteen states side by side, one in each lane of AVX-512: for files that are too long for
/// LaneHasher.
struct WideSha256 {
  static constexpr std::size_t lanes = 16, block = 64;
  std::uint32_t state[8][lanes];

  /// Whether this processor can, and agrees with OpenSSL (tried once).
  static bool is_usable();

  void begin(std::size_t lane);
  /// Each lane takes `count` blocks from its own place.
  void compress(const std::uint8_t* const (&places)[lanes], std::size_t count);
  Digest digest(std::size_t lane) const;

  /// Writes what follows the last bytes of a message: 1 to 72 bytes, up to a full block. Gives how many. `length`: bytes of the whole message.
  static std::size_t pad(std::uint8_t* end, std::uint64_t length);
};

} // namespace hdskit
