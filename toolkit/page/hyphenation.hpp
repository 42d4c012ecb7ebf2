#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::page {

/// Where words of one language may be divided (libhyphen's patterns). Without patterns for the language, nowhere.
/// One for each thread.
class Hyphenation {
public:
  /// `language`: BCP 47, "fr-FR".
  explicit Hyphenation(std::string_view language);
  ~Hyphenation();
  Hyphenation(const Hyphenation&) = delete;
  Hyphenation& operator=(const Hyphenation&) = delete;

  /// The byte offsets in `token` before which a line may begin, a hyphen ending the line before. `token` is what stands between two spaces:
  /// each run of at least five letters in it is a word. At least two letters stay before, three come after.
  /// None in a word with a capital (a name, an abbreviation), in what holds a digit, an underscore, or looks like an address.
  std::vector<std::size_t> points(std::string_view token) const;

private:
  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
};

} // namespace hdskit::page
