#pragma once

#include "toolkit/page/text_block.hpp"

#include <vector>

namespace hdskit::page {

/// A shaped word on its way into lines. Lengths in points.
struct Token {
  const Word* word = nullptr;
  std::uint16_t run = 0;
  std::uint8_t spaces = 0; ///< before it
  bool breakable = false;  ///< a line may begin with it
  bool forced = false;     ///< a line begins with it
  float size = 10;
  float space = 0;  ///< width of one space before it
  float hyphen = 0; ///< width of the hyphen of its font
  double width() const { return word->advance * static_cast<double>(size) / 1000; }
};

struct Lines {
  std::vector<Piece> pieces;
  std::vector<Line> lines;
};

/// The width below which a token would have to be divided, and that of everything on one line (forced breaks obeyed).
struct NaturalWidth {
  double least = 0, full = 0;
};
NaturalWidth natural_width(const std::vector<Token>& tokens);

struct LineRules {
  bool justified = false;
  bool hyphenated = true;
  bool keeps_spaces = false; ///< those at the start of a forced line stay (code)
};

/// Parts `tokens` into lines of `width` points. Justified text: the lines that need the least stretching together (Knuth and Plass, 1981).
/// Otherwise each line takes what fits, and a word is divided only when it would leave more than half of the line empty.
/// What is wider than the line is divided between letters.
Lines break_lines(const std::vector<Token>& tokens, double width, const LineRules& rules);

} // namespace hdskit::page
