#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string_view>

namespace hdskit {

/// How reading a file ended.
struct FileReading {
  std::uint64_t bytes = 0;
  int error = 0; ///< errno
};

/// Told piece by piece, in order, on the calling thread.
using TakeBytes = std::function<void(std::string_view)>;

/// Reads `size` bytes, or to the end of the file if that comes first: one that grows is not followed for ever. Stops early once `stop` is set.
FileReading read_through(int descriptor, std::uint64_t size, char* buffer, std::size_t room, const std::atomic<bool>& stop, const TakeBytes& take);

/// The same with a thread that reads ahead while `take` works: for files where that is worth a thread.
FileReading read_through_ahead(int descriptor, std::uint64_t size, const std::atomic<bool>& stop, const TakeBytes& take);

} // namespace hdskit
