#include "cli/display_width.hpp"

#include <cstdint>

namespace hdskit::cli {
namespace {

/// The character that starts at `at`, which moves behind it. A byte that starts none counts as one character.
std::uint32_t next_character(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  std::uint32_t code = length == 1 ? first : first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length && at + i < text.size(); ++i) code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  at += std::min(length, text.size() - at);
  return code;
}

std::size_t columns_of(std::uint32_t code) {
  const auto within = [code](std::uint32_t from, std::uint32_t to) { return code >= from && code <= to; };
  if (within(0x300, 0x36F) || within(0x200B, 0x200F) || code == 0xAD || code == 0xFEFF || within(0xFE00, 0xFE0F)) return 0;
  if (within(0x1100, 0x115F) || within(0x2E80, 0xA4CF) || within(0xAC00, 0xD7A3) || within(0xF900, 0xFAFF) || within(0xFE30, 0xFE6F) ||
      within(0xFF00, 0xFF60) || within(0x1F300, 0x1FAFF) || within(0x20000, 0x3FFFD))
    return 2;
  return 1;
}

} // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += columns_of(next_character(text, at));
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string{text};
  if (width == 0) return {};
  std::size_t used = 0, at = 0;
  while (at < text.size()) {
    std::size_t after = at;
    used += columns_of(next_character(text, after));
    if (used > width - 1) break;
    at = after;
  }
  return std::string{text.substr(0, at)} + "…";
}

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0; // U+0080 to U+009F
    if (c1) ++i;
    line += c1 || byte < 0x20 || byte == 0x7F ? ' ' : text[i];
  }
  return line;
}

std::string wrapped(std::string_view text, std::size_t width, std::string_view first_indent, std::string_view indent) {
  std::string result, line{first_indent};
  bool empty = true;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find_first_of(" \n", at), text.size());
    const auto word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!empty && display_width(line) + 1 + display_width(word) > width) {
      result += line + '\n';
      line = indent;
      empty = true;
    }
    if (!empty) line += ' ';
    line += word;
    empty = false;
  }
  if (empty) line.erase(line.find_last_not_of(' ') + 1);
  return result + line + '\n';
}

} // namespace hdskit::cli
