#include "toolkit/page/markdown.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/page/markdown_source.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

namespace hdskit::page {
namespace {

constexpr std::string_view replacement_character = "\uFFFD";

bool is_ascii_punctuation(char c) { return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~'); }

/// The character at the start of `text` and its length in bytes; nothing where the bytes are no UTF-8.
std::optional<std::pair<char32_t, std::size_t>> next_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return {{first, 1}};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (text.size() < length || !is_utf8(text.substr(0, length))) return {};
  char32_t code = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  return {{code, length}};
}

bool is_line_end_or_tab(char32_t c) { return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }
/// Controls and noncharacters: XML or PDF text has no place for them.
bool has_no_place_in_text(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE || c == 0xFEFF; }

/// Data without controls, on one line, without blanks at its ends: blanks at the start of a line would be code, two at its end a line break.
std::string one_clean_line(std::string_view data) {
  std::string line;
  while (!data.empty()) {
    const auto next = next_character(data);
    const auto length = next ? next->second : 1;
    if (!next) line += replacement_character;
    else if (is_line_end_or_tab(next->first)) line += ' ';
    else if (!has_no_place_in_text(next->first)) line += data.substr(0, length);
    data.remove_prefix(length);
  }
  return line;
}

std::string_view without_blank_ends(std::string_view text) {
  static constexpr std::string_view blanks[] = {" ", "\u00A0", "\u202F"};
  for (bool again = true; again;) {
    again = false;
    for (const auto blank : blanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        again = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  return text;
}

/// "&#124;" at the start of `text`: the character and how long its reference is.
std::optional<std::pair<char, std::size_t>> ascii_reference(std::string_view text) {
  if (!text.starts_with("&#")) return {};
  unsigned code = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + std::min<std::size_t>(text.size(), 5), code);
  const auto length = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || code < 0x20 || code > 0x7E || length >= text.size() || text[length] != ';') return {};
  return {{static_cast<char>(code), length + 1}};
}

} // namespace

std::string escaped_for_markdown(std::string_view data) {
  const auto line = one_clean_line(data);
  std::string markdown;
  markdown.reserve(line.size() + line.size() / 8);
  for (const char c : without_blank_ends(line)) {
    // A backslash before these three is not enough: the table reader counts backslashes before '|' in its own way, and a
    // backtick ends a code span even behind one.
    if (c == '\\') markdown += "&#92;";
    else if (c == '|') markdown += "&#124;";
    else if (c == '`') markdown += "&#96;";
    else {
      if (is_ascii_punctuation(c) && std::string_view{",;/?%$'"}.find(c) == std::string_view::npos) markdown += '\\';
      markdown += c;
    }
  }
  return markdown;
}

std::string without_markdown_escapes(std::string_view markdown) {
  std::string text;
  while (!markdown.empty()) {
    if (markdown[0] == '\\' && markdown.size() > 1 && is_ascii_punctuation(markdown[1])) {
      text += markdown[1];
      markdown.remove_prefix(2);
    } else if (const auto reference = ascii_reference(markdown)) {
      text += reference->first;
      markdown.remove_prefix(reference->second);
    } else {
      text += markdown[0];
      markdown.remove_prefix(1);
    }
  }
  return text;
}

std::string prose_as_markdown(std::string_view prose) {
  enum class Before { nothing, paragraph, item } before = Before::nothing;
  std::string markdown;
  bool parted = false;
  // Old Macintosh and Windows line ends come with text pasted from elsewhere.
  const auto text = replaced(replaced(std::string{prose}, "\r\n", "\n"), "\r", "\n");
  for (const auto line : lines_of(text)) {
    const auto words = trimmed(line);
    const bool item = words.starts_with("- ");
    const auto content = escaped_for_markdown(item ? words.substr(2) : words);
    if (content.empty()) {
      parted = before != Before::nothing;
      continue;
    }
    if (item) {
      if (before != Before::nothing) markdown += before == Before::paragraph ? "\n\n" : "\n";
      markdown += "- " + content;
    } else if (before == Before::nothing || parted) {
      if (before != Before::nothing) markdown += "\n\n";
      markdown += content;
    } else {
      markdown += (before == Before::item ? "\n  " : "\n") + content;
    }
    if (item || before != Before::item || parted) before = item ? Before::item : Before::paragraph;
    parted = false;
  }
  return markdown.empty() ? markdown : markdown + "\n";
}

} // namespace hdskit::page
