#include "toolkit/frameworks/foreign_text.hpp"

namespace hdskit {
namespace {

constexpr std::size_t longest_title = 120; // bytes

} // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= 0x20;
    if (!blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

Bilingual both_languages(const Bilingual& texts) {
  auto french = one_line(texts.french), english = one_line(texts.english);
  if (french.empty()) french = english;
  if (english.empty()) english = french;
  return {std::move(french), std::move(english)};
}

std::string beginning_of(std::string_view text) {
  const auto line = one_line(text);
  const auto stop = line.find(". ");
  if (stop != std::string::npos && stop < longest_title) return line.substr(0, stop);
  if (line.size() <= longest_title) return line;
  auto end = line.rfind(' ', longest_title);
  if (end == std::string::npos || end < longest_title / 2) {
    end = longest_title;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  }
  return line.substr(0, end) + "…";
}

} // namespace hdskit
