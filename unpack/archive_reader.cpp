#include "unpack/archive_reader.hpp"
#include "unpack/archive_format.hpp"
#include "unpack/member_reading.hpp"
#include "unpack/uncompressed_stream.hpp"

#include <new>

namespace hdskit::unpack {

namespace {

constexpr std::uint64_t tar_block = 512;

/// `ends`: where the last member ends in the stream.
void judge_end_of_tar(const UncompressedStream& stream, std::uint64_t ends, ArchiveAccount& account) {
  const auto after = stream.taken() > ends ? stream.taken() - ends : 0;
  account.end = after >= 2 * tar_block ? ArchiveEnd::proper : after >= tar_block ? ArchiveEnd::short_ : ArchiveEnd::missing;
  if (account.end == ArchiveEnd::missing) {
    account.truncated = true;
    account.note_damage("no two blocks of zeros at the end");
  }
  if (stream.after_last_non_zero() <= ends) return;
  account.hidden_bytes = stream.after_last_non_zero() - ends;
  account.note_damage("bytes after the end");
}

void read_tar(InputHook& hook, const ReadingOrder& order, MemberSink& sink, ArchiveAccount& account) {
  UncompressedStream stream{hook, order};
  account.filters = stream.filters();
  InputHook below{stream};
  if (below.peek().empty()) {
    account.format = "tar";
    account.truncated = true;
    account.end = ArchiveEnd::missing;
    return account.note_damage(stream.failure().empty() ? "not a byte" : stream.failure());
  }
  auto archive = new_library_archive();
  ::archive_read_support_format_tar(archive.get());
  below.open(archive.get(), false);
  const bool ended = MemberReading{archive.get(), below, hook.input(), order, sink, account}.run();
  if (ended || account.members > 0) account.format = "tar";
  const auto ends = static_cast<std::uint64_t>(::archive_read_header_position(archive.get()));
  while (!stream.next().empty()) {} // to the checksum of the compression
  if (!stream.failure().empty()) {
    account.damage = stream.failure(); // rather than what follows from it
    account.note_damage(stream.failure());
  }
  if (ended) judge_end_of_tar(stream, ends, account);
}

void read_zip(InputHook& hook, const ReadingOrder& order, MemberSink& sink, ArchiveAccount& account) {
  account.format = "zip";
  const bool by_place = hook.input().size().has_value();
  const auto end = by_place ? end_of_zip(hook.input()) : std::nullopt;
  if (by_place && !end) {
    account.truncated = true;
    account.end = ArchiveEnd::missing;
    account.note_damage("no central directory at the end");
  }
  auto archive = new_library_archive();
  if (end) ::archive_read_support_format_zip_seekable(archive.get());
  else ::archive_read_support_format_zip_streamable(archive.get());
  if (order.passphrase) ::archive_read_add_passphrase(archive.get(), order.passphrase->c_str());
  hook.open(archive.get(), end.has_value());
  const bool ended = MemberReading{archive.get(), hook, hook.input(), order, sink, account}.run();
  if (!ended || !end) return;
  account.end = ArchiveEnd::proper;
  if (account.members != (end->members == 0xFFFF && account.members > 0xFFFF ? account.members : end->members)) {
    account.end = ArchiveEnd::missing;
    account.note_damage("the central directory counts " + std::to_string(end->members) + " members, " + std::to_string(account.members) + " are there");
  }
}

void read_seven_zip(InputHook& hook, const ReadingOrder& order, MemberSink& sink, ArchiveAccount& account) {
  account.format = "7z";
  if (!hook.input().size()) throw Stop{StopReason::unsupported, "7z from a pipe"};
  auto archive = new_library_archive();
  ::archive_read_support_format_7zip(archive.get());
  hook.open(archive.get(), true);
  const bool ended = MemberReading{archive.get(), hook, hook.input(), order, sink, account}.run();
  account.end = ended ? ArchiveEnd::proper : ArchiveEnd::missing;
}

void read_any(ArchiveInput& input, const ReadingOrder& order, MemberSink& sink, ArchiveAccount& account) {
  InputHook hook{input};
  const auto format = format_of(hook.peek());
  if (format == ArchiveFormat::zip) read_zip(hook, order, sink, account);
  else if (format == ArchiveFormat::seven_zip) read_seven_zip(hook, order, sink, account);
  else read_tar(hook, order, sink, account);
}

} // namespace

ArchiveAccount read_archive(ArchiveInput& input, const ReadingOrder& order, MemberSink& sink) {
  ArchiveAccount account;
  try {
    read_any(input, order, sink, account);
  } catch (const BombFound&) { account.bomb = account.hostile = true; } catch (const Stop& stop) {
    account.stop = stop.reason();
    account.stop_words = stop.what();
  }
  account.archive_bytes = input.taken();
  return account;
}

} // namespace hdskit::unpack
