#pragma once

#include "toolkit/page/words.hpp"

#include <cstdint>
#include <vector>

namespace hdskit::page {

enum class Ink : std::uint8_t { text, accent, muted, white };
enum class Justification : std::uint8_t { left, centre, right, both };

/// What the words of a paragraph have in common until something changes.
struct Run {
  Cut cut;
  Ink ink = Ink::text;
  float size = 10;
  std::int32_t link = -1; ///< a Target; -1 for none
  std::int32_t slot = -1; ///< a Target whose page number is drawn instead of the word "0000" that keeps its place
  bool operator==(const Run&) const = default;
};

/// A word, or the part of one that a line holds.
struct Piece {
  const Word* word = nullptr;
  std::uint16_t from = 0, to = 0; ///< glyphs
  std::uint16_t run = 0;
  std::uint8_t spaces = 0; ///< before it
  bool hyphen = false;     ///< after it
};

struct Line {
  std::uint32_t first = 0; ///< piece
  std::uint32_t count : 31 = 0;
  std::uint32_t closes : 1 = 0; ///< the last before a forced break or the end: never stretched
};

/// A paragraph whose lines are known. Its arrays live in the memory of the worker that set it.
struct TextBlock {
  const Piece* pieces = nullptr;
  const Line* lines = nullptr;
  const Run* runs = nullptr;
  std::uint32_t line_count = 0;
  float size = 10, leading = 14, width = 0;
  Justification justification = Justification::left;
  double height() const { return static_cast<double>(line_count) * static_cast<double>(leading); }
};

/// Whose space stands between two words: code is set in wide letters, but the space around it is the text's.
inline const Run& run_of_space(const Run& before, const Run& after) {
  return after.cut.family == Family::mono && before.cut.family != Family::mono ? before : after;
}

/// The advance of glyphs `from` to `to` of `word`, in thousandths of the em.
int advance_of(const Word& word, std::size_t from, std::size_t to);

} // namespace hdskit::page
