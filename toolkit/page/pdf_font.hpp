#pragma once

#include "toolkit/page/pdf_file.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace hdskit::page {

/// A font program on this machine.
struct FontFace {
  std::string file;
  int index = 0; ///< within a collection
  auto operator<=>(const FontFace&) const = default;
};

/// The fonts of one document: which glyphs are used, then each face embedded as a subset (HarfBuzz, glyph numbers kept so that
/// CID = glyph), CIDFontType2 with Identity-H, /W, /CIDSet, /ToUnicode. Valid under PDF/A-1b.
/// TrueType outlines only; throws Problem bad_input for a face that has none, or whose licence bits forbid embedding.
class PdfFonts {
public:
  PdfFonts();
  ~PdfFonts();

  int font(const FontFace& face);                                 ///< its number, from 0; the same face gives the same number
  void use(int font, std::uint32_t glyph, std::string_view text); ///< text: the characters that this glyph stands for; the first one told wins
  std::string resource_name(int font) const;                      ///< "F0"
  int object(PdfFile& file, int font);                            ///< reserved on first call
  std::string resources(PdfFile& file);                           ///< "/F0 5 0 R /F1 6 0 R": all fonts so far
  void write(PdfFile& file);                                      ///< once, when every glyph is known

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace hdskit::page
