#pragma once

#include "toolkit/page/hyphenation.hpp"
#include "toolkit/page/type_faces.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hdskit::page {

/// Whether a line may end after a glyph.
enum class Division : std::uint8_t {
  never,
  letter, ///< only when the word is wider than the line
  hyphen, ///< a hyphen is put there
  free,   ///< after a hyphen or a slash that the text has
};

/// Lengths in thousandths of the em, rounded as the /W array of the font is, so that what is reckoned here is what a viewer does.
struct Glyph {
  std::uint16_t id = 0;
  std::int16_t advance = 0; ///< kerning included
  std::int16_t kern = 0;    ///< what kerning changed in it
  Division division = Division::never;
};

/// What stands between two spaces in one font, shaped once for the whole document and for every size.
struct Word {
  const Glyph* glyphs = nullptr;
  const Word* rest = nullptr; ///< the rest of the token when it needs another face (a sign that the font lacks) or is very long
  int advance = 0;
  std::uint16_t count = 0;
  std::uint16_t face = 0; ///< TypeFaces::number
};

/// The characters that each glyph stands for, by face and glyph. Where several were met, the shortest and first in order of bytes: the same
/// whatever thread met them first.
using GlyphTexts = std::map<std::pair<std::uint16_t, std::uint16_t>, std::string>;
void merge_glyph_text(GlyphTexts& texts, std::pair<std::uint16_t, std::uint16_t> glyph, std::string_view text);

/// Shapes words with Pango (which finds faces for signs and calls HarfBuzz) and remembers them. One for each thread; its words live as long as it does.
class WordShaper {
public:
  WordShaper(TypeFaces& faces, std::string_view language);
  ~WordShaper();
  WordShaper(const WordShaper&) = delete;
  WordShaper& operator=(const WordShaper&) = delete;

  const Word& word(Cut cut, std::string_view token); ///< `token`: valid UTF-8, no space, no control character, not empty
  const Word& space(Cut cut);
  const Word& hyphen(Cut cut);

  std::uint32_t used_cuts() const { return used_cuts_; } ///< bit Cut::index of each that had a word
  const GlyphTexts& glyph_texts() const { return texts_; }
  void release_shaping(); ///< frees what only shaping needs; the words stay

private:
  struct Shaping;
  struct Key {
    std::size_t cut;
    std::string_view token;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const { return std::hash<std::string_view>{}(key.token) * cut_count + key.cut; }
  };
  const Word* shape(Cut cut, std::string_view token);

  TypeFaces& faces_;
  std::pmr::monotonic_buffer_resource memory_{1U << 16};
  std::unique_ptr<Shaping> shaping_;
  std::unordered_map<Key, const Word*, KeyHash> words_;
  std::array<const Word*, cut_count> spaces_{}, hyphens_{};
  GlyphTexts texts_;
  std::uint32_t used_cuts_ = 0;
};

} // namespace hdskit::page
