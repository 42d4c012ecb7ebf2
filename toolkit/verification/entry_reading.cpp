#include "toolkit/verification/entry_reading.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/verification/content_look.hpp"
#include "toolkit/verification/extended_attributes.hpp"
#include "toolkit/verification/open_beneath.hpp"

#include <cerrno>
#include <climits>

#include <fcntl.h>

namespace hdskit {
namespace {

constexpr std::size_t room_size = 1024 * 1024;     // with what is hashed from it within the cache of one core
constexpr std::size_t piece_size = 256 * 1024;     // larger ones leave that cache
constexpr std::uint64_t worth_a_thread = 16 << 20; // starting one costs as much as hashing some 50 kB

/// Files that begin on the same cache line of each page would drive each other out of the cache.
std::size_t beginning_after(std::size_t end) { return ((end + 63) / 64 + 1) * 64; }

struct Released {
  std::counting_semaphore<>& semaphore;
  ~Released() { semaphore.release(); }
};

void give_failure(TreeEntry& entry, std::string failure) {
  entry.content.reset();
  entry.look = ContentLook::unseen;
  if (entry.failure.empty()) entry.failure = std::move(failure);
}

void read_target(WalkedEntry& walked) {
  std::string target(PATH_MAX, '\0');
  const auto count = ::readlinkat(walked.parent->number(), walked.name(), target.data(), target.size());
  if (count < 0) return give_failure(walked.entry, failure_of(errno));
  target.resize(static_cast<std::size_t>(count));
  walked.entry.target = std::move(target);
}

void note(WalkedEntry& walked, const struct stat& status) {
  auto& entry = walked.entry;
  walked.seen = seen_file(status);
  const auto kind = kind_of_mode(status.st_mode);
  if (kind != entry.kind) give_failure(entry, failure_of(ENOTDIR));
  entry.kind = kind;
  entry.mode = status.st_mode & 07777u;
  entry.uid = status.st_uid;
  entry.gid = status.st_gid;
  entry.modified = walked.seen.modified;
  if (kind == EntryKind::character_device || kind == EntryKind::block_device) entry.device = status.st_rdev;
  if (kind != EntryKind::file) return;
  entry.size = walked.seen.size;
  constexpr std::int64_t block = 512; // stat(2)
  entry.sparse = status.st_blocks * block < status.st_size;
}

} // namespace

void look_at(WalkedEntry& walked) {
  if (!walked.parent) return;
  struct stat status {};
  const int failed =
      walked.self ? ::fstat(walked.self->number(), &status) : ::fstatat(walked.parent->number(), walked.name(), &status, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
  if (failed != 0) return give_failure(walked.entry, failure_of(errno));
  note(walked, status);
}

EntryReading::EntryReading(SharedReading& shared) : shared_{shared}, room_{new char[room_size]} {}

bool EntryReading::is_short(const WalkedEntry& walked) { return !walked.wanted || walked.entry.size <= LaneHasher::longest; }

void EntryReading::read(std::span<WalkedEntry* const> short_ones) {
  for (auto* const walked : short_ones) {
    if (shared_.stop) return;
    if (walked->is_twin || !walked->parent) continue;
    if (walked->entry.kind == EntryKind::link) read_target(*walked);
    if (walked->wanted || (walked->entry.kind == EntryKind::file && walked->entry.sparse)) read_short(*walked);
    else read_beside(*walked, walked->self ? walked->self->number() : -1);
  }
  hash_short_ones();
}

void EntryReading::look_and_read(std::span<WalkedEntry> entries) {
  for (auto& walked : entries) {
    if (shared_.stop) return;
    if (walked.entry.kind == EntryKind::file && walked.parent) look_and_read(walked);
    else look_at(walked);
  }
  hash_short_ones();
}

void EntryReading::look_and_read(WalkedEntry& walked) {
  const auto file = open(walked);
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) return look_at(walked); // reading it again will tell why
  note(walked, status);
  if (walked.entry.kind != EntryKind::file || !walked.entry.failure.empty() || walked.seen.links > 1 || walked.entry.size > LaneHasher::longest) return;
  walked.wanted = walked.was_read = true;
  read_short(walked, file.number());
}

Descriptor EntryReading::open(const WalkedEntry& walked) const { return open_beneath(walked.parent->number(), walked.name(), O_NOATIME); }

/// Whole, in one call as a rule. Without wanting the content: only to learn whether it has holes.
void EntryReading::read_short(WalkedEntry& walked) {
  auto& entry = walked.entry;
  const auto file = open(walked);
  if (!file.is_open()) return walked.wanted ? give_failure(entry, failure_of(errno)) : read_beside(walked, -1);
  read_short(walked, file.number());
}

void EntryReading::read_short(WalkedEntry& walked, int descriptor) {
  auto& entry = walked.entry;
  read_beside(walked, descriptor);
  if (!walked.wanted) return;
  const auto size = static_cast<std::size_t>(entry.size);
  if (used_ + size > room_size) hash_short_ones();
  char* const place = room_.get() + used_;
  const auto reading = read_through(descriptor, size, place, size, shared_.stop, [](std::string_view) {});
  const std::string_view all{place, size};
  if (reading.error != 0) return give_failure(entry, failure_of(reading.error));
  check_unchanged(walked, descriptor, reading.bytes);
  if (!entry.failure.empty()) return;
  if (shared_.look) {
    ContentWatch watch{size};
    watch.see(all);
    entry.look = watch.look();
  }
  messages_.push_back({all, &entry.content});
  used_ = beginning_after(used_ + size);
}

void EntryReading::hash_short_ones() {
  std::uint64_t bytes = 0;
  for (const auto& message : messages_) bytes += message.bytes.size();
  if (auto* const side_by_side = lanes(messages_.size())) side_by_side->hash(messages_);
  else
    for (const auto& message : messages_) *message.digest = sha_.digest_of(message.bytes);
  shared_.bytes += bytes;
  messages_.clear();
  used_ = 0;
}

/// For a few files it is not worth making ready.
LaneHasher* EntryReading::lanes(std::size_t count) {
  constexpr std::size_t worth_it = 4;
  if (!shared_.lanes || count < worth_it) return nullptr;
  if (!lanes_tried_) lanes_ = LaneHasher::create();
  lanes_tried_ = true;
  return lanes_.get();
}

Descriptor EntryReading::begin(WalkedEntry& walked) {
  auto file = open(walked);
  if (!file.is_open()) {
    give_failure(walked.entry, failure_of(errno));
    return file;
  }
  ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
  read_beside(walked, file.number());
  return file;
}

void EntryReading::end(WalkedEntry& walked, int descriptor, const FileReading& reading, const Digest& digest) {
  if (reading.error != 0) return give_failure(walked.entry, failure_of(reading.error));
  if (walked.entry.failure.empty()) walked.entry.content = digest;
  check_unchanged(walked, descriptor, reading.bytes);
}

void EntryReading::read(WalkedEntry& walked) {
  const auto file = begin(walked);
  if (!file.is_open()) return;
  const auto size = walked.entry.size;
  ContentWatch watch{size};
  sha_.begin();
  const TakeBytes take = [&](std::string_view piece) {
    sha_.update(piece);
    if (shared_.look) watch.see(piece);
    shared_.bytes += piece.size();
  };
  FileReading reading;
  if (size >= worth_a_thread) {
    shared_.large_files.acquire();
    const Released released{shared_.large_files};
    reading = read_through_ahead(file.number(), size, shared_.stop, take);
  } else {
    reading = read_through(file.number(), size, room_.get(), piece_size, shared_.stop, take);
  }
  if (shared_.look) walked.entry.look = watch.look();
  end(walked, file.number(), reading, sha_.finish());
}

/// Its attributes, and whether it has holes.
void EntryReading::read_beside(WalkedEntry& walked, int descriptor) {
  auto& entry = walked.entry;
  const auto found = descriptor >= 0 ? extended_attributes_of(descriptor, sha_) : extended_attributes_of(walked.parent->number(), walked.name(), sha_);
  if (found.error != 0) give_failure(entry, failure_of(found.error));
  entry.attributes = found.attributes;
  entry.acl = found.acl;
  if (entry.kind != EntryKind::file || !entry.sparse || descriptor < 0) return;
  // Some file systems keep short files beside the inode, or count blocks late: only a hole is a hole.
  const auto hole = ::lseek(descriptor, 0, SEEK_HOLE);
  entry.sparse = hole >= 0 && static_cast<std::uint64_t>(hole) < entry.size;
  ::lseek(descriptor, 0, SEEK_SET);
}

void EntryReading::check_unchanged(WalkedEntry& walked, int descriptor, std::uint64_t bytes) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return give_failure(walked.entry, failure_of(errno));
  const auto now = seen_file(status);
  const bool same = now.device == walked.seen.device && now.number == walked.seen.number && now.size == walked.seen.size && bytes == walked.seen.size &&
                    now.modified == walked.seen.modified && now.changed == walked.seen.changed;
  if (!same) give_failure(walked.entry, failure_changed());
}

} // namespace hdskit
