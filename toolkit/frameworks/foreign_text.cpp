#include "toolkit/frameworks/foreign_text.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {
namespace {

constexpr std::size_t longest_title = 120; // bytes

Bilingual filled(std::string french, std::string english) {
  if (french.empty()) french = english;
  if (english.empty()) english = french;
  return {std::move(french), std::move(english)};
}

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

std::string paragraphs_of(std::string_view text) {
  std::string result;
  bool list = false; // whether the last paragraph is an item
  const auto lines = replaced(replaced(std::string{text}, "\r\n", "\n"), "\r", "\n");
  for (const auto line : lines_of(lines)) {
    auto words = one_line(line);
    for (const std::string_view mark : {"* ", "• ", "– ", "— "})
      if (words.starts_with(mark)) words.replace(0, mark.size(), "- ");
    if (words.empty()) continue;
    const bool item = words.starts_with("- ");
    if (!result.empty()) result += item && list ? "\n" : "\n\n";
    result += words;
    list = item;
  }
  return result;
}

Bilingual both_languages(const Bilingual& texts) { return filled(one_line(texts.french), one_line(texts.english)); }
Bilingual both_languages_in_paragraphs(const Bilingual& texts) { return filled(paragraphs_of(texts.french), paragraphs_of(texts.english)); }

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
