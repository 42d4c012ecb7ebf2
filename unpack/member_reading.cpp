#include "unpack/member_reading.hpp"
#include "unpack/member_of_entry.hpp"

#include <archive_entry.h>

namespace hdskit::unpack {

namespace {
constexpr std::uint64_t most_damages = 10'000; // by then nothing good comes any more
}

bool MemberReading::run() {
  while (account_.damaged_members < most_damages) {
    archive_entry* entry = nullptr;
    const auto result = ::archive_read_next_header(from_, &entry);
    hook_.rethrow();
    if (result == ARCHIVE_EOF) return true;
    if (result == ARCHIVE_WARN) {
      ++account_.remarks;
      if (account_.first_remark.empty()) account_.first_remark = words_of(from_);
    } else if (result != ARCHIVE_OK) {
      if (!note_failure(result)) return false;
      continue;
    }
    if (++account_.members > order_.members) throw Stop{StopReason::member_limit, std::to_string(order_.members)};
    if (!take(entry)) return false;
  }
  return false;
}

/// False when reading cannot go on.
bool MemberReading::note_failure(int result) {
  const auto words = words_of(from_);
  if (words.find("passphrase") != std::string::npos) throw Stop{order_.passphrase ? StopReason::password_wrong : StopReason::password_needed, words};
  if (words.find("not supported") != std::string::npos || words.find("nsupported") != std::string::npos) throw Stop{StopReason::unsupported, words};
  ++account_.damaged_members;
  account_.note_damage(words);
  return result != ARCHIVE_FATAL;
}

void MemberReading::stop_on_encryption(archive_entry* entry) const {
  if (::archive_entry_is_encrypted(entry) == 0) return;
  if (account_.format == "7z") throw Stop{StopReason::unsupported, "encrypted 7z"};
  if (!order_.passphrase) throw Stop{StopReason::password_needed, "a member is encrypted"};
}

void MemberReading::refuse(const std::string& path, RefusalReason reason) {
  ++account_.refused;
  if (is_hostile(reason)) account_.hostile = true;
  if (account_.first_refused.size() < refused_told) account_.first_refused.push_back({path.substr(0, longest_path), reason});
}

bool MemberReading::take(archive_entry* entry) {
  const auto member = member_of(entry, account_.format != "zip" && account_.format != "7z");
  stop_on_encryption(entry);
  std::string path;
  try {
    path = clean_path(member.path);
    if (member.kind == MemberKind::unknown) throw Refusal{RefusalReason::unknown_kind};
    if (path.empty() && member.kind != MemberKind::folder) throw Refusal{RefusalReason::unnamed};
    if (!begin(member, path)) return true;
  } catch (const Refusal& refusal) {
    refuse(member.path, refusal.reason());
    return true;
  }
  return read_content(member);
}

/// Whether its content is to be read.
bool MemberReading::begin(const Member& member, const std::string& path) {
  if (member.kind == MemberKind::file) {
    apparent_ += std::min(member.size, order_.holes + 1);
    if (apparent_ > order_.holes) throw Stop{StopReason::byte_limit, "holes"};
  }
  const bool wanted = sink_.begin(member, path);
  if (member.kind == MemberKind::file) ++account_.files;
  else if (member.kind == MemberKind::folder) ++account_.folders;
  else if (member.kind == MemberKind::link) ++account_.links;
  if (member.kind == MemberKind::file && wanted) {
    ++account_.written;
    return true;
  }
  sink_.end(true);
  return false;
}

void MemberReading::hand_over(std::uint64_t offset, std::string_view bytes) {
  account_.bytes += bytes.size();
  if (account_.bytes > order_.bytes) {
    if (is_bomb(account_.bytes, compressed_, order_)) throw BombFound{};
    throw Stop{StopReason::byte_limit, std::to_string(order_.bytes)};
  }
  check_ratio(account_.bytes, compressed_, order_);
  if (offset > order_.holes) throw Stop{StopReason::byte_limit, "holes"};
  sink_.write(offset, bytes);
}

/// False when reading cannot go on.
bool MemberReading::read_content(const Member& member) {
  std::uint64_t end = 0;
  for (;;) {
    const void* bytes = nullptr;
    std::size_t count = 0;
    la_int64_t offset = 0;
    const auto result = ::archive_read_data_block(from_, &bytes, &count, &offset);
    hook_.rethrow();
    if (result == ARCHIVE_OK && count > 0 && offset >= 0) {
      hand_over(static_cast<std::uint64_t>(offset), {static_cast<const char*>(bytes), count});
      end = static_cast<std::uint64_t>(offset) + count;
    }
    if (result == ARCHIVE_OK) continue;
    const bool whole = result == ARCHIVE_EOF;
    if (whole && member.size > 0 && end > member.size) account_.note_damage("a member is longer than it says");
    sink_.end(whole);
    return whole || note_failure(result);
  }
}

} // namespace hdskit::unpack
