#include "toolkit/verification/escaped_path.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr char digits[] = "0123456789abcdef";

bool is_plain(char c) { return c >= 0x20 && c < 0x7f && c != '\\'; }

struct Sequence {
  std::size_t length = 0;  ///< bytes of a well-formed character
  std::uint32_t value = 0; ///< its code point
};

/// Of the character at the beginning, longer than one byte; length 0 when it is not well-formed (Unicode, table 3-7).
Sequence sequence_at(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto lead = byte(0);
  const std::size_t length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (length == 0) return {};
  std::uint32_t value = lead & (0x7fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0u) != 0x80u) return {};
    value = value << 6 | (byte(i) & 0x3fu);
  }
  constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool valid = value >= least[length] && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
  return valid ? Sequence{length, value} : Sequence{};
}

void append_escape(std::string& text, char c) {
  const auto byte = static_cast<unsigned char>(c);
  text += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
}

int value_of(char digit) {
  const auto place = std::string_view{digits, 16}.find(digit);
  return place == std::string_view::npos ? -1 : static_cast<int>(place);
}

} // namespace

std::string escaped_path(std::string_view path) {
  std::string text;
  text.reserve(path.size());
  while (!path.empty()) {
    const auto plain = static_cast<std::size_t>(std::ranges::find_if_not(path, is_plain) - path.begin());
    text.append(path.substr(0, plain));
    path.remove_prefix(plain);
    if (path.empty()) break;
    const auto sequence = sequence_at(path);
    constexpr std::uint32_t after_c1 = 0xa0; // U+0080 to U+009F steer terminals
    const bool kept = sequence.length > 0 && sequence.value >= after_c1;
    if (kept) text.append(path.substr(0, sequence.length));
    else append_escape(text, path.front());
    path.remove_prefix(kept ? sequence.length : 1);
  }
  return text;
}

std::string escaped_excerpt(std::string_view text) {
  constexpr std::size_t longest = 80;
  return escaped_path(text.substr(0, longest)) + (text.size() > longest ? "…" : "");
}

std::optional<std::string> unescaped_path(std::string_view text) {
  if (std::ranges::all_of(text, is_plain)) return std::string{text};
  std::string path;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      path += text[i];
      continue;
    }
    if (i + 3 >= text.size() || text[i + 1] != 'x') return std::nullopt;
    const int high = value_of(text[i + 2]), low = value_of(text[i + 3]);
    if (high < 0 || low < 0) return std::nullopt;
    path += static_cast<char>(high * 16 + low);
    i += 3;
  }
  if (escaped_path(path) != text) return std::nullopt; // one text for one path
  return path;
}

} // namespace hdskit
