#pragma once

#include "toolkit/verification/lane_hasher.hpp"
#include "toolkit/verification/large_file_reading.hpp"
#include "toolkit/verification/tree_walk.hpp"

#include <semaphore>

namespace hdskit {

/// First look: all that fstatat says.
void look_at(WalkedEntry& walked);

/// What the threads that read share.
struct SharedReading {
  bool look = false;
  bool lanes = true;
  std::atomic<bool> stop{false};
  std::atomic<std::uint64_t> bytes{0};      ///< hashed so far
  std::counting_semaphore<> large_files{4}; ///< read ahead at the same time: more would only make the disk jump
};

/// Second look, on one of several threads: content, attributes, target of links.
class EntryReading {
public:
  explicit EntryReading(SharedReading& shared);
  /// Whether this entry is hashed beside others.
  static bool is_short(const WalkedEntry& walked);
  /// The first look at entries of which every file is wanted: short files with one name are read at once.
  void look_and_read(std::span<WalkedEntry> entries);
  void read(std::span<WalkedEntry* const> short_ones);
  void read(WalkedEntry& long_one);

  /// The same in two parts, for whoever reads and hashes the bytes between them. Not open: the entry has its failure already.
  Descriptor begin(WalkedEntry& long_one);
  void end(WalkedEntry& long_one, int descriptor, const FileReading& reading, const Digest& digest);

private:
  void look_and_read(WalkedEntry& walked);
  void read_short(WalkedEntry& walked);
  void read_short(WalkedEntry& walked, int descriptor);
  void hash_short_ones();
  void read_beside(WalkedEntry& walked, int descriptor);
  Descriptor open(const WalkedEntry& walked) const;
  void check_unchanged(WalkedEntry& walked, int descriptor, std::uint64_t bytes);
  LaneHasher* lanes(std::size_t count);

  SharedReading& shared_;
  RepeatedSha256 sha_;
  std::unique_ptr<LaneHasher> lanes_;
  bool lanes_tried_ = false;
  std::unique_ptr<char[]> room_; ///< short files one after the other, or a piece of a long one
  std::size_t used_ = 0;
  std::vector<LaneHasher::Message> messages_;
};

} // namespace hdskit
