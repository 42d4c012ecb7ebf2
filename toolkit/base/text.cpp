#include "toolkit/base/text.hpp"

#include <array>
#include <cstdio>

namespace hdskit {
namespace {

/// Length of the UTF-8 sequence at the start of `text`, 0 if there is none (overlong, surrogate, truncated, beyond U+10FFFF).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!tail(1) || !tail(2)) return 0;
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

struct Fold {
  std::string_view from, to;
};
constexpr Fold folds[] = {{"à", "a"}, {"â", "a"}, {"ä", "a"}, {"ç", "c"},  {"é", "e"},  {"è", "e"}, {"ê", "e"},      {"ë", "e"},     {"î", "i"}, {"ï", "i"},
                          {"ô", "o"}, {"ö", "o"}, {"ù", "u"}, {"û", "u"},  {"ü", "u"},  {"ÿ", "y"}, {"œ", "oe"},     {"æ", "ae"},    {"À", "a"}, {"Â", "a"},
                          {"Ä", "a"}, {"Ç", "c"}, {"É", "e"}, {"È", "e"},  {"Ê", "e"},  {"Ë", "e"}, {"Î", "i"},      {"Ï", "i"},     {"Ô", "o"}, {"Ö", "o"},
                          {"Ù", "u"}, {"Û", "u"}, {"Ü", "u"}, {"Œ", "oe"}, {"Æ", "ae"}, {"’", "'"}, {"\u00A0", " "}, {"\u202F", " "}};

} // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t start = 0;;) {
    const auto end = text.find(separator, start);
    parts.emplace_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i) text += separator;
    text += parts[i];
  }
  return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

std::string folded(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto length = std::max<std::size_t>(1, sequence_length(text));
    const auto character = text.substr(0, length);
    text.remove_prefix(length);
    if (length == 1) {
      const char c = character[0];
      result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    std::string_view to = character;
    for (const auto& fold : folds)
      if (fold.from == character) to = fold.to;
    result += to;
  }
  return result;
}

std::string french_number(std::int64_t value) {
  auto digits = std::to_string(value < 0 ? -value : value);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), "\u202F");
  return (value < 0 ? "\u2212" : "") + digits;
}

std::string french_bytes(std::uint64_t bytes) {
  static constexpr std::array<const char*, 5> units = {"octets", "ko", "Mo", "Go", "To"};
  if (bytes < 1000) return std::to_string(bytes) + "\u00A0" + units[0];
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= 999.5 && unit + 1 < units.size()) {
    value /= 1000;
    ++unit;
  }
  char number[32];
  std::snprintf(number, sizeof number, value < 10 ? "%.1f" : "%.0f", value);
  return replaced(number, ".", ",") + "\u00A0" + units[unit];
}

std::string human_duration(std::int64_t minutes) {
  constexpr std::int64_t hour = 60, day = 24 * hour;
  const auto space = std::string{"\u00A0"};
  if (minutes < hour) return std::to_string(minutes) + space + "min";
  if (minutes % day == 0) return std::to_string(minutes / day) + space + "j";
  auto text = std::to_string(minutes / hour) + space + "h";
  if (minutes % hour) text += space + (minutes % hour < 10 ? "0" : "") + std::to_string(minutes % hour);
  return text;
}

} // namespace hdskit
