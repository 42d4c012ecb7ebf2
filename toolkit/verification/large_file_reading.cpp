#include "toolkit/verification/large_file_reading.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include <unistd.h>

namespace hdskit {
namespace {

/// Fills the place as far as the file goes; -1 with errno.
ssize_t read_full(int descriptor, char* place, std::size_t room) {
  std::size_t filled = 0;
  while (filled < room) {
    const auto count = ::read(descriptor, place + filled, room - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -1;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  return static_cast<ssize_t>(filled);
}

/// A ring of pieces between the thread that reads and the one that hashes.
class PieceRing {
public:
  static constexpr std::size_t piece_room = 1024 * 1024;

  struct Piece {
    std::unique_ptr<char[]> bytes{new char[piece_room]};
    ssize_t size = 0; ///< -1: error
    int error = 0;
  };

  Piece* to_fill() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return closed_ || filled_ - emptied_ < pieces_.size(); });
    return closed_ ? nullptr : &pieces_[filled_ % pieces_.size()];
  }
  void was_filled() {
    const std::lock_guard lock{mutex_};
    ++filled_;
    changed_.notify_all();
  }
  Piece& to_empty() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return filled_ > emptied_; });
    return pieces_[emptied_ % pieces_.size()];
  }
  void was_emptied() {
    const std::lock_guard lock{mutex_};
    ++emptied_;
    changed_.notify_all();
  }
  void close() {
    const std::lock_guard lock{mutex_};
    closed_ = true;
    changed_.notify_all();
  }

private:
  std::array<Piece, 3> pieces_;
  std::size_t filled_ = 0, emptied_ = 0;
  bool closed_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
};

/// Ends after a piece that is not full, an error, or `limit` bytes.
void fill(PieceRing& ring, int descriptor, std::uint64_t limit) {
  for (std::uint64_t left = limit; auto* piece = ring.to_fill();) {
    const auto asked = static_cast<std::size_t>(std::min<std::uint64_t>(PieceRing::piece_room, left));
    piece->size = read_full(descriptor, piece->bytes.get(), asked);
    piece->error = piece->size < 0 ? errno : 0;
    const auto size = piece->size;
    ring.was_filled();
    if (size <= 0) return;
    left -= static_cast<std::uint64_t>(size);
  }
}

/// The bytes lie in the cache of the processor that read them: asking for each slice while the one before is hashed hides the way, some 15 % of the whole.
void take_in_slices(std::string_view bytes, const TakeBytes& take) {
  constexpr std::size_t slice = 2048, cache_line = 64;
  for (std::size_t place = 0; place < bytes.size(); place += slice) {
    for (auto ahead = place + slice; ahead < std::min(place + 2 * slice, bytes.size()); ahead += cache_line) __builtin_prefetch(bytes.data() + ahead);
    take(bytes.substr(place, slice));
  }
}

/// The ring is closed before the thread is joined, whatever `take` throws.
struct ClosedAtLast {
  PieceRing& ring;
  ~ClosedAtLast() { ring.close(); }
};

} // namespace

FileReading read_through(int descriptor, std::uint64_t size, char* buffer, std::size_t room, const std::atomic<bool>& stop, const TakeBytes& take) {
  FileReading reading;
  while (!stop && reading.bytes < size) {
    const auto count = read_full(descriptor, buffer, static_cast<std::size_t>(std::min<std::uint64_t>(room, size - reading.bytes)));
    if (count < 0) reading.error = errno;
    if (count <= 0) break;
    take({buffer, static_cast<std::size_t>(count)});
    reading.bytes += static_cast<std::uint64_t>(count);
  }
  return reading;
}

FileReading read_through_ahead(int descriptor, std::uint64_t size, const std::atomic<bool>& stop, const TakeBytes& take) {
  PieceRing ring;
  FileReading reading;
  std::jthread reader{[&] { fill(ring, descriptor, size); }};
  const ClosedAtLast closed{ring};
  while (!stop) {
    auto& piece = ring.to_empty();
    reading.error = piece.error;
    if (piece.size <= 0) break;
    take_in_slices({piece.bytes.get(), static_cast<std::size_t>(piece.size)}, take);
    reading.bytes += static_cast<std::uint64_t>(piece.size);
    ring.was_emptied();
  }
  return reading;
}

} // namespace hdskit
