#include "unpack/uncompressed_stream.hpp"
#include "unpack/member.hpp"

#include <algorithm>
#include <archive_entry.h>

namespace hdskit::unpack {

namespace {

/// The place after the last byte that is not zero, `before` when all are.
std::uint64_t after_last_non_zero(std::string_view piece, std::uint64_t place, std::uint64_t before) {
  const auto last = piece.find_last_not_of('\0');
  return last == std::string_view::npos ? before : place + last + 1;
}

} // namespace

UncompressedStream::UncompressedStream(InputHook& compressed, const ReadingOrder& order) : compressed_{compressed.input()}, order_{order} {
  auto* below = &compressed;
  if (GzipInput::begins_so(compressed.peek())) below = &below_gzip_.emplace(gzip_.emplace(compressed));
  below_ = below;
  archive_ = new_library_archive();
  ::archive_read_support_filter_bzip2(archive_.get());
  ::archive_read_support_filter_xz(archive_.get());
  ::archive_read_support_filter_zstd(archive_.get());
  ::archive_read_support_format_raw(archive_.get());
  ::archive_read_support_format_empty(archive_.get());
  start();
}

void UncompressedStream::start() {
  try {
    below_->open(archive_.get(), false);
    archive_entry* entry = nullptr;
    const auto result = ::archive_read_next_header(archive_.get(), &entry);
    below_->rethrow();
    ended_ = result == ARCHIVE_EOF;
    if (result < ARCHIVE_WARN) note_failure(words_of(archive_.get()));
  } catch (const StreamDamage& damage) { note_failure(damage.what()); }
}

void UncompressedStream::note_failure(std::string words) {
  failure_ = std::move(words);
  ended_ = true;
  if (failure_.find("too much memory") != std::string::npos) throw Stop{StopReason::unsupported, failure_};
}

std::string_view UncompressedStream::next() {
  try {
    return next_piece();
  } catch (const StreamDamage& damage) { note_failure(damage.what()); }
  return {};
}

std::string_view UncompressedStream::next_piece() {
  while (!ended_) {
    const void* bytes = nullptr;
    std::size_t count = 0;
    la_int64_t offset = 0;
    const auto result = ::archive_read_data_block(archive_.get(), &bytes, &count, &offset);
    below_->rethrow();
    if (result == ARCHIVE_EOF) ended_ = true;
    else if (result < ARCHIVE_WARN) note_failure(words_of(archive_.get()));
    else if (count > 0) {
      const std::string_view piece{static_cast<const char*>(bytes), count};
      after_last_non_zero_ = unpack::after_last_non_zero(piece, taken_, after_last_non_zero_);
      taken_ += count;
      check_ratio(taken_, compressed_, order_);
      return piece;
    }
  }
  return {};
}

std::vector<std::string> UncompressedStream::filters() const {
  std::vector<std::string> names;
  if (gzip_) names.emplace_back("gzip");
  for (int i = 0, count = ::archive_filter_count(archive_.get()); i < count; ++i)
    if (::archive_filter_code(archive_.get(), i) != ARCHIVE_FILTER_NONE) names.emplace_back(::archive_filter_name(archive_.get(), i));
  return names;
}

} // namespace hdskit::unpack
