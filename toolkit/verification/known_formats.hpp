#pragma once

#include <cstddef>
#include <string_view>

namespace hdskit {

enum class KnownFormat {
  none,
  compressible, ///< programs, databases, uncompressed pictures: their middle is not random
  compressed,   ///< archives, pictures, office documents: their middle looks random when all is well
};

/// Enough of a file's start for every format that is known here.
inline constexpr std::size_t magic_reach = 264;

/// By its magic number. What encryption programs put in front of their output ("Salted__", OpenPGP packets) is none: that is what is looked for.
KnownFormat known_format(std::string_view start);

} // namespace hdskit
