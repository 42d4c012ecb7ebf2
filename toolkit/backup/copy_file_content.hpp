#pragma once

#include <cstdint>
#include <functional>

namespace hdskit {

struct ContentCopy {
  std::uint64_t bytes = 0; ///< read from the disk, holes aside
  int read_error = 0;      ///< errno; what comes after is left as a hole
  int write_error = 0;
};

/// Copies the bytes of one open file into another, empty one; holes stay holes. `took` is told how many bytes were copied, piece by piece, and may throw.
ContentCopy copy_file_content(int from, int into, std::uint64_t size, const std::function<void(std::uint64_t bytes)>& took);

/// Extended attributes with lists of access. Gives how many could not be had or set. Links are not followed: name them within an open folder,
/// /proc/self/fd/7/name.
unsigned copy_extended_attributes(const char* from, const char* into);

} // namespace hdskit
