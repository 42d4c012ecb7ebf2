#include "toolkit/page/pdf_font.hpp"

#include "toolkit/page/font_program.hpp"
#include "toolkit/page/utf16.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace hdskit::page {
namespace {

struct UsedFont {
  FontFace face;
  FontProgram program;
  std::uint32_t glyph_count;
  std::vector<bool> told;                    ///< by glyph: its text is known, nothing more to learn
  std::map<std::uint32_t, std::string> text; ///< of every glyph used, UTF-8
  int object = 0;
};

std::string hex4(std::uint32_t number) {
  std::string out;
  for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789ABCDEF"[number >> shift & 15];
  return out;
}

/// Six letters that differ when the glyphs do: viewers take two subsets of one name for the same font.
std::string subset_prefix(const std::string& name, const FontSubset& subset) {
  std::string glyphs = name;
  for (const auto& [glyph, width] : subset.widths) glyphs += ' ' + std::to_string(glyph);
  std::string prefix;
  for (std::size_t i = 0; i < 6; ++i) prefix += static_cast<char>('A' + digest_of(glyphs).bytes()[i] % 26);
  return prefix + "+";
}

std::string widths_array(const FontSubset& subset) {
  std::string out = "[";
  bool open = false;
  std::uint32_t expected = 0;
  for (const auto& [glyph, width] : subset.widths) {
    if (!open || glyph != expected) {
      out += (open ? "] " : "") + std::to_string(glyph) + " [";
      open = true;
    } else {
      out += ' ';
    }
    out += std::to_string(width);
    expected = glyph + 1;
  }
  return out + (open ? "]]" : "]");
}

/// One bit a glyph, the first in the high bit (ISO 32000-1, table 124).
std::string cid_set(const FontSubset& subset) {
  std::string bits;
  for (const auto& [glyph, width] : subset.widths) {
    bits.resize(glyph / 8 + 1);
    bits[glyph / 8] = static_cast<char>(static_cast<unsigned char>(bits[glyph / 8]) | 0x80u >> glyph % 8);
  }
  return bits;
}

std::string to_unicode(const std::map<std::uint32_t, std::string>& text) {
  std::vector<std::string> lines;
  for (const auto& [glyph, characters] : text)
    if (!characters.empty()) lines.push_back("<" + hex4(glyph) + "> <" + utf16_hex(characters) + ">\n");
  std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t section = 100; // a section of a CMap holds at most 100 lines
  for (std::size_t start = 0; start < lines.size(); start += section) {
    const auto end = std::min(lines.size(), start + section);
    map += std::to_string(end - start) + " beginbfchar\n";
    for (auto i = start; i < end; ++i) map += lines[i];
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

int add_deflated(PdfFile& file, const std::string& entries, std::string_view bytes) {
  const int object = file.reserve();
  file.write_stream(object, entries + "/Filter /FlateDecode", deflated(bytes));
  return object;
}

int write_descriptor(PdfFile& file, const FontMeasures& measures, const std::string& name, const FontSubset& subset) {
  const int program = add_deflated(file, "/Length1 " + std::to_string(subset.program.size()) + " ", subset.program);
  const int set = add_deflated(file, "", cid_set(subset));
  std::string box;
  for (const int edge : measures.box) box += (box.empty() ? "" : " ") + std::to_string(edge);
  return file.add("<< /Type /FontDescriptor /FontName " + pdf_name(name) + " /Flags " + std::to_string(measures.flags) + " /FontBBox [" + box +
                  "] /ItalicAngle " + pdf_number(measures.italic_angle) + " /Ascent " + std::to_string(measures.ascent) + " /Descent " +
                  std::to_string(measures.descent) + " /CapHeight " + std::to_string(measures.cap_height) + " /StemV " + std::to_string(measures.stem) +
                  " /FontFile2 " + pdf_reference(program) + " /CIDSet " + pdf_reference(set) + " >>");
}

void write_font(PdfFile& file, const UsedFont& font) {
  std::set<std::uint32_t> glyphs;
  for (const auto& [glyph, text] : font.text) glyphs.insert(glyph);
  const auto subset = font.program.subset(glyphs);
  const auto measures = font.program.measures();
  const auto name = subset_prefix(measures.postscript_name, subset) + measures.postscript_name;
  const int descriptor = write_descriptor(file, measures, name, subset);
  const int descendant = file.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont " + pdf_name(name) +
                                  " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " + pdf_reference(descriptor) +
                                  " /DW 0 /W " + widths_array(subset) + " /CIDToGIDMap /Identity >>");
  const int unicode = add_deflated(file, "", to_unicode(font.text));
  file.write(font.object, "<< /Type /Font /Subtype /Type0 /BaseFont " + pdf_name(name) + " /Encoding /Identity-H /DescendantFonts [" +
                              pdf_reference(descendant) + "] /ToUnicode " + pdf_reference(unicode) + " >>");
}

} // namespace

struct PdfFonts::State {
  std::vector<UsedFont> fonts;
  UsedFont& at(int font) { return fonts.at(static_cast<std::size_t>(font)); }
};

PdfFonts::PdfFonts() : state_{std::make_unique<State>()} {}
PdfFonts::~PdfFonts() = default;

int PdfFonts::font(const FontFace& face) {
  auto& fonts = state_->fonts;
  for (std::size_t i = 0; i < fonts.size(); ++i)
    if (fonts[i].face == face) return static_cast<int>(i);
  FontProgram program{face};
  const auto count = program.glyph_count();
  fonts.push_back({.face = face, .program = std::move(program), .glyph_count = count, .told = std::vector<bool>(count), .text = {}});
  return static_cast<int>(fonts.size() - 1);
}

void PdfFonts::use(int font, std::uint32_t glyph, std::string_view text) {
  auto& used = state_->at(font);
  if (glyph >= used.glyph_count || used.told[glyph]) return;
  auto& known = used.text[glyph];
  if (known.empty()) known = text;
  used.told[glyph] = !known.empty();
}

std::string PdfFonts::resource_name(int font) const { return "F" + std::to_string(font); }

int PdfFonts::object(PdfFile& file, int font) {
  auto& used = state_->at(font);
  if (used.object == 0) used.object = file.reserve();
  return used.object;
}

std::string PdfFonts::resources(PdfFile& file) {
  std::string out;
  for (int font = 0; font < static_cast<int>(state_->fonts.size()); ++font)
    out += (out.empty() ? "/" : " /") + resource_name(font) + " " + pdf_reference(object(file, font));
  return out;
}

void PdfFonts::write(PdfFile& file) {
  for (const auto& font : state_->fonts)
    if (font.object != 0) write_font(file, font);
}

} // namespace hdskit::page
