#include "toolkit/markup/paragraphs.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {

std::string collapsed(std::string_view text) {
  std::string result;
  for (const char c : trimmed(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank) result += c;
    else if (!result.ends_with(' ')) result += ' ';
  }
  return result;
}

std::string settled_paragraphs(std::string_view text) {
  std::string result;
  bool parted = false, list = false; // whether a blank line came last, and whether the last paragraph is an item
  for (const auto line : lines_of(text)) {
    const auto words = collapsed(line);
    if (words.empty()) {
      parted = true;
      continue;
    }
    const bool item = words.starts_with("- ");
    if (!result.empty()) result += item && list ? "\n" : item || parted ? "\n\n" : " ";
    if (item || parted) list = item;
    result += words;
    parted = false;
  }
  return result;
}

} // namespace hdskit
