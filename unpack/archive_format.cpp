#include "unpack/archive_format.hpp"
#include "unpack/member.hpp"

#include <algorithm>
#include <array>

namespace hdskit::unpack {

namespace {

using namespace std::string_view_literals;

std::uint64_t number_at(std::string_view bytes, std::size_t place, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t i = count; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[place + i]);
  return number;
}

constexpr std::size_t end_size = 22, locator_size = 20, end64_size = 56, longest_comment = 65'535;

/// Counts that do not fit the old fields stand in the larger ones, found through the locator just before the end.
std::optional<ZipEnd> end_of_large_zip(ArchiveInput& input, std::uint64_t end_place) {
  if (end_place < locator_size) return std::nullopt;
  const auto locator = input.read_at(end_place - locator_size, locator_size);
  if (locator.size() < locator_size || !std::string_view{locator}.starts_with("PK\x06\x07"sv)) return std::nullopt;
  const auto end64 = input.read_at(number_at(locator, 8, 8), end64_size);
  if (end64.size() < end64_size || !std::string_view{end64}.starts_with("PK\x06\x06"sv)) return std::nullopt;
  return ZipEnd{number_at(end64, 32, 8)};
}

} // namespace

ArchiveFormat format_of(std::string_view start) {
  if (start.starts_with("PK\x03\x04"sv) || start.starts_with("PK\x05\x06"sv)) return ArchiveFormat::zip;
  if (start.starts_with("PK\x07\x08"sv)) throw Stop{StopReason::unsupported, "zip in several parts"};
  if (start.starts_with("7z\xBC\xAF\x27\x1C"sv)) return ArchiveFormat::seven_zip;
  static constexpr std::array<std::pair<std::string_view, const char*>, 8> others{{{"\x04\x22\x4D\x18"sv, "lz4"},
                                                                                   {"LZIP"sv, "lzip"},
                                                                                   {"\x89LZO"sv, "lzop"},
                                                                                   {"\x1F\x9D"sv, "compress"},
                                                                                   {"Rar!"sv, "rar"},
                                                                                   {"070701"sv, "cpio"},
                                                                                   {"070707"sv, "cpio"},
                                                                                   {"!<arch>"sv, "ar"}}};
  for (const auto& [magic, name] : others)
    if (start.starts_with(magic)) throw Stop{StopReason::unsupported, name};
  return ArchiveFormat::tar;
}

std::optional<ZipEnd> end_of_zip(ArchiveInput& input) {
  const auto size = *input.size();
  const auto count = std::min<std::uint64_t>(size, end_size + longest_comment);
  const auto tail = input.read_at(size - count, count);
  for (auto place = tail.rfind("PK\x05\x06"sv); place != std::string::npos; place = place == 0 ? std::string::npos : tail.rfind("PK\x05\x06"sv, place - 1)) {
    if (tail.size() - place < end_size || place + end_size + number_at(tail, place + 20, 2) != tail.size()) continue;
    const auto disk = number_at(tail, place + 4, 2);
    const auto members = number_at(tail, place + 10, 2);
    if (disk != 0 && disk != 0xFFFF) throw Stop{StopReason::unsupported, "zip in several parts"};
    if (members != 0xFFFF) return ZipEnd{members};
    if (const auto large = end_of_large_zip(input, size - count + place)) return large;
    return ZipEnd{members};
  }
  return std::nullopt;
}

} // namespace hdskit::unpack
