#include "toolkit/page/hyphenation.hpp"

#include <array>
#include <glib.h>
#include <hyphen.h>

namespace hdskit::page {
namespace {

constexpr int letters_before = 2, letters_after = 3;
constexpr std::size_t shortest_word = 5, longest_word = 100;

/// Debian keeps every pattern file here (package hyphen-fr and its sisters).
HyphenDict* load(std::string_view language) {
  const auto start = language.substr(0, 2);
  if (start != "fr" && start != "en") return nullptr;
  return hnj_hyphen_load(start == "fr" ? "/usr/share/hyphen/hyph_fr.dic" : "/usr/share/hyphen/hyph_en_US.dic");
}

struct Letters {
  std::size_t from = 0;             ///< byte offset of the first
  std::vector<std::size_t> offsets; ///< of each letter
  std::string lower;
  bool capital = false; ///< a name, an abbreviation: French typography does not divide them, nor can we tell one from the start of a sentence
};

bool looks_like_an_address(std::string_view token) {
  if (token.find("://") != std::string_view::npos || token.starts_with("www.")) return true;
  for (const char c : token)
    if ((c >= '0' && c <= '9') || c == '_' || c == '@' || c == '\\') return true;
  return false;
}

void add_letter(Letters& letters, gunichar character, std::size_t offset) {
  if (letters.offsets.empty()) letters.from = offset;
  if (g_unichar_isupper(character)) letters.capital = true;
  letters.offsets.push_back(offset);
  char bytes[6];
  letters.lower.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(g_unichar_tolower(character), bytes)));
}

} // namespace

struct Hyphenation::Patterns {
  HyphenDict* dictionary = nullptr;

  void divide(const Letters& word, std::vector<std::size_t>& points) const {
    const auto count = word.offsets.size();
    if (word.capital || count < shortest_word || count > longest_word) return;
    std::array<char, longest_word * 4 + 8> marks{};
    char** replacements = nullptr;
    int *positions = nullptr, *cuts = nullptr;
    if (hnj_hyphen_hyphenate3(dictionary, word.lower.c_str(), static_cast<int>(word.lower.size()), marks.data(), nullptr, &replacements, &positions, &cuts,
                              letters_before, letters_after, 0, 0) != 0)
      return;
    for (std::size_t i = letters_before - 1; i + letters_after < count; ++i) {
      const bool plain = replacements == nullptr || replacements[i] == nullptr; // no word changes its letters when divided in French or English
      if ((marks[i] & 1) != 0 && plain) points.push_back(word.offsets[i + 1]);
    }
    for (std::size_t i = 0; replacements != nullptr && i < word.lower.size(); ++i) std::free(replacements[i]);
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
  }
};

Hyphenation::Hyphenation(std::string_view language) : patterns_{std::make_unique<Patterns>()} { patterns_->dictionary = load(language); }

Hyphenation::~Hyphenation() {
  if (patterns_->dictionary != nullptr) hnj_hyphen_free(patterns_->dictionary);
}

std::vector<std::size_t> Hyphenation::points(std::string_view token) const {
  std::vector<std::size_t> points;
  if (patterns_->dictionary == nullptr || token.size() < shortest_word || looks_like_an_address(token)) return points;
  Letters letters;
  for (std::size_t at = 0; at < token.size();) {
    const auto character = g_utf8_get_char(token.data() + at);
    if (g_unichar_isalpha(character)) {
      add_letter(letters, character, at);
    } else {
      patterns_->divide(letters, points);
      letters = {};
    }
    at += static_cast<std::size_t>(g_utf8_skip[static_cast<unsigned char>(token[at])]);
  }
  patterns_->divide(letters, points);
  return points;
}

} // namespace hdskit::page
