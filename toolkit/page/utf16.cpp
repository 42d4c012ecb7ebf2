#include "toolkit/page/utf16.hpp"

#include <cstdint>

namespace hdskit::page {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Takes one character off the front.
char32_t take_character(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80 ? 1 : first >> 5 == 0x6 ? 2 : first >> 4 == 0xE ? 3 : first >> 3 == 0x1E ? 4 : 0;
  if (length == 0 || length > text.size()) return text.remove_prefix(1), replacement;
  auto character = static_cast<char32_t>(length == 1 ? first : first & (0xFFu >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if (next >> 6 != 0x2) return text.remove_prefix(1), replacement;
    character = character << 6 | (next & 0x3Fu);
  }
  text.remove_prefix(length);
  const bool surrogate = character >= 0xD800 && character < 0xE000;
  return surrogate || character > 0x10FFFF ? replacement : character;
}

void put_unit(std::string& out, std::uint32_t unit) {
  for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789ABCDEF"[unit >> shift & 15];
}

} // namespace

std::string utf16_hex(std::string_view utf8) {
  std::string out;
  while (!utf8.empty()) {
    const auto character = take_character(utf8);
    if (character < 0x10000) {
      put_unit(out, character);
    } else {
      put_unit(out, 0xD800 + ((character - 0x10000) >> 10));
      put_unit(out, 0xDC00 + ((character - 0x10000) & 0x3FF));
    }
  }
  return out;
}

} // namespace hdskit::page
