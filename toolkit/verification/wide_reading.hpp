#pragma once

#include "toolkit/verification/entry_reading.hpp"
#include "toolkit/verification/wide_sha256.hpp"

namespace hdskit {

/// Reads many files of middling length piece by piece, hashed side by side: from memory one thread so does the work of two. One object serves one thread.
class WideReading {
public:
  /// What it is worth for: shorter ones go through LaneHasher, for longer ones a thread reads ahead.
  static constexpr std::uint64_t shortest = LaneHasher::longest + 1, longest = 16 << 20;
  static constexpr std::size_t worth_it = WideSha256::lanes / 2; ///< files; with fewer one after the other is as fast

  WideReading(EntryReading& reading, SharedReading& shared);
  /// Until `next` gives no more; `done` is told each file that is complete.
  void read(const std::function<WalkedEntry*()>& next, const std::function<void(WalkedEntry&)>& done);

private:
  struct Lane {
    WalkedEntry* walked = nullptr;
    Descriptor file;
    std::uint64_t read = 0;      ///< bytes, of the file
    std::size_t at = 0, end = 0; ///< in its room: what was hashed, what there is
    int error = 0;
    bool last = false; ///< nothing more is to be read: the padding is in the room
  };
  std::uint8_t* room(std::size_t lane) { return room_.get() + lane * (piece + apart); }
  bool take_up(std::size_t lane, const std::function<WalkedEntry*()>& next);
  void fill(std::size_t lane);
  void step();
  void finish(std::size_t lane, const std::function<void(WalkedEntry&)>& done);
  Digest finished_in_room(std::size_t lane) const;
  Digest finished_alone(std::size_t lane);

  static constexpr std::size_t piece = 32 * 1024;
  static constexpr std::size_t apart = 256; ///< the padding fits, and lanes do not fall on the same lines of the cache

  EntryReading& reading_;
  SharedReading& shared_;
  WideSha256 sha_;
  Lane lanes_[WideSha256::lanes];
  std::size_t active_ = 0;
  std::unique_ptr<std::uint8_t[]> room_;
};

} // namespace hdskit
