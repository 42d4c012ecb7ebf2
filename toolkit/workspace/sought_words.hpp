#pragma once

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <span>

namespace hdskit {

/// What a person typed to search: words that must all occur, each in one text or another; letter case and accents aside.
class SoughtWords {
public:
  explicit SoughtWords(std::string_view words) {
    std::string blanks{folded(words)};
    std::ranges::replace_if(
        blanks, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    for (auto& word : split(blanks, ' '))
      if (!word.empty()) words_.push_back(std::move(word));
  }

  bool empty() const { return words_.empty(); } ///< nothing is sought: everything holds it

  bool are_in(std::span<const std::string> texts) const {
    if (empty()) return true;
    std::vector<std::string> plain;
    for (const auto& text : texts) plain.push_back(folded(text));
    return std::ranges::all_of(
        words_, [&](const auto& word) { return std::ranges::any_of(plain, [&](const auto& text) { return text.find(word) != std::string::npos; }); });
  }

private:
  std::vector<std::string> words_;
};

} // namespace hdskit
