#pragma once

#include "toolkit/page/pdf_font.hpp"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hdskit::page {

/// What a /FontDescriptor says of a face; lengths in thousandths of the em.
struct FontMeasures {
  std::string postscript_name;
  int flags = 0; ///< ISO 32000-1, table 123
  int box[4] = {0, 0, 0, 0};
  int ascent = 0, descent = 0, cap_height = 0, stem = 0;
  double italic_angle = 0;
};

/// A subset of a face that keeps the numbers of its glyphs.
struct FontSubset {
  std::string program;                               ///< a TrueType file
  std::vector<std::pair<std::uint32_t, int>> widths; ///< of every glyph that it contains, parts of composed glyphs included; in order
};

/// A TrueType file opened for embedding. Throws Problem bad_input when it has no TrueType outlines or forbids embedding.
class FontProgram {
public:
  explicit FontProgram(const FontFace& face);
  ~FontProgram();
  FontProgram(FontProgram&&) noexcept;

  std::uint32_t glyph_count() const;
  FontMeasures measures() const;
  FontSubset subset(const std::set<std::uint32_t>& glyphs) const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace hdskit::page
