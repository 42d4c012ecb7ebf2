#include "toolkit/page/font_program.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <cmath>
#include <hb-ot.h>
#include <hb-subset.h>
#include <new>

namespace hdskit::page {
namespace {

template <auto destroy> struct Destroyed {
  template <typename T> void operator()(T* object) const { destroy(object); }
};
using FacePointer = std::unique_ptr<hb_face_t, Destroyed<hb_face_destroy>>;
using FontPointer = std::unique_ptr<hb_font_t, Destroyed<hb_font_destroy>>;
using InputPointer = std::unique_ptr<hb_subset_input_t, Destroyed<hb_subset_input_destroy>>;
using PlanPointer = std::unique_ptr<hb_subset_plan_t, Destroyed<hb_subset_plan_destroy>>;
using BlobPointer = std::unique_ptr<hb_blob_t, Destroyed<hb_blob_destroy>>;

/// The bytes of one table; numbers read beyond its end are 0.
class FontTable {
public:
  FontTable(hb_face_t* face, hb_tag_t tag)
      : blob_{hb_face_reference_table(face, tag)}, bytes_{reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob_.get(), &length_))} {}
  bool empty() const { return length_ == 0; }
  int unsigned16(unsigned at) const { return at + 2 > length_ ? 0 : bytes_[at] << 8 | bytes_[at + 1]; }
  int signed16(unsigned at) const { return static_cast<std::int16_t>(unsigned16(at)); }
  int byte(unsigned at) const { return at < length_ ? bytes_[at] : 0; }

private:
  BlobPointer blob_;
  unsigned length_ = 0;
  const unsigned char* bytes_;
};

[[noreturn]] void refuse(const FontFace& face, const std::string& why) {
  throw Problem{ProblemKind::bad_input, face.file, why, tr("Choose another font, for example Liberation (package fonts-liberation2).")};
}

void require_permission(const FontFace& face, hb_face_t* font) {
  const int licence = FontTable{font, HB_TAG('O', 'S', '/', '2')}.unsigned16(8); // fsType, OpenType specification, table OS/2
  constexpr int usage = 0xF, restricted = 0x2, no_subset = 0x100, bitmaps_only = 0x200;
  if ((licence & usage) == restricted || (licence & (no_subset | bitmaps_only)))
    refuse(face, tr("The licence of the font “{1}” forbids that it is embedded in a document.", {face.file}));
}

int thousandths(int value, unsigned em) { return static_cast<int>(std::lround(value * 1000.0 / em)); }

std::string postscript_name(hb_face_t* face) {
  char buffer[128];
  unsigned size = sizeof buffer;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, buffer);
  std::string name;
  for (const char c : std::string{buffer, size})
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') name += c;
  return name.empty() ? "Font" : name;
}

int descriptor_flags(const FontTable& os2, const FontTable& post, bool italic) {
  constexpr int fixed_pitch = 1, serif = 2, symbolic = 4, slanted = 64;
  // A font that is addressed by glyph number has no standard Latin encoding: it counts as symbolic.
  int flags = symbolic;
  if (post.unsigned16(12) != 0 || post.unsigned16(14) != 0) flags |= fixed_pitch;
  const int family = os2.byte(30); // sFamilyClass: 1 to 5 and 7 are the families with serifs
  if ((family >= 1 && family <= 5) || family == 7) flags |= serif;
  return italic ? flags | slanted : flags;
}

InputPointer subset_input(const std::set<std::uint32_t>& glyphs) {
  InputPointer input{hb_subset_input_create_or_fail()};
  if (!input) throw std::bad_alloc{};
  // Numbers kept: CID = glyph number, no table between. Hints left out: they are half of the bytes and serve low-resolution screens only.
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  auto* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const auto glyph : glyphs) hb_set_add(wanted, glyph);
  // Text is already shaped and a CIDFontType2 is addressed by glyph: only outlines and their measures are wanted (ISO 32000-1, 9.9).
  auto* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "cmap", "OS/2", "name", "post", "gasp", "hdmx", "VDMX",
                          "LTSH", "DSIG", "FFTM", "PCLT", "vhea", "vmtx", "VORG", "fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR",
                          "STAT", "COLR", "CPAL", "SVG ", "CBDT", "CBLC", "sbix", "meta", "morx", "trak", "feat", "prop"})
    hb_set_add(dropped, hb_tag_from_string(tag, 4));
  return input;
}

} // namespace

struct FontProgram::State {
  FontFace face;
  FacePointer hb;
};

FontProgram::FontProgram(const FontFace& face) : state_{std::make_unique<State>()} {
  const BlobPointer blob{hb_blob_create_from_file_or_fail(face.file.c_str())};
  if (!blob) refuse(face, tr("The font “{1}” cannot be read.", {face.file}));
  state_->face = face;
  state_->hb.reset(hb_face_create(blob.get(), static_cast<unsigned>(face.index)));
  auto* const hb = state_->hb.get();
  if (FontTable{hb, HB_TAG('g', 'l', 'y', 'f')}.empty() || FontTable{hb, HB_TAG('l', 'o', 'c', 'a')}.empty())
    refuse(face, tr("The font “{1}” has no TrueType outlines.", {face.file}));
  require_permission(face, hb);
}

FontProgram::~FontProgram() = default;
FontProgram::FontProgram(FontProgram&&) noexcept = default;

std::uint32_t FontProgram::glyph_count() const { return hb_face_get_glyph_count(state_->hb.get()); }

FontMeasures FontProgram::measures() const {
  auto* const face = state_->hb.get();
  const auto em = hb_face_get_upem(face);
  const FontTable head{face, HB_TAG('h', 'e', 'a', 'd')}, hhea{face, HB_TAG('h', 'h', 'e', 'a')}, os2{face, HB_TAG('O', 'S', '/', '2')},
      post{face, HB_TAG('p', 'o', 's', 't')};
  FontMeasures measures;
  measures.postscript_name = postscript_name(face);
  measures.italic_angle = post.signed16(4) + post.unsigned16(6) / 65536.0; // a 16.16 number
  measures.flags = descriptor_flags(os2, post, measures.italic_angle != 0 || (head.unsigned16(44) & 2) != 0);
  for (unsigned i = 0; i < 4; ++i) measures.box[i] = thousandths(head.signed16(36 + 2 * i), em);
  measures.ascent = thousandths(hhea.signed16(4), em);
  measures.descent = thousandths(hhea.signed16(6), em);
  const int cap_height = os2.unsigned16(0) >= 2 ? os2.signed16(88) : 0;
  measures.cap_height = cap_height > 0 ? thousandths(cap_height, em) : measures.ascent * 3 / 4;
  const double weight = os2.unsigned16(4) > 0 ? os2.unsigned16(4) : 400;
  measures.stem = static_cast<int>(std::lround(50 + weight * weight / 4225)); // no table tells the stem; the usual estimate from the weight
  return measures;
}

FontSubset FontProgram::subset(const std::set<std::uint32_t>& glyphs) const {
  const auto input = subset_input(glyphs);
  const PlanPointer plan{hb_subset_plan_create_or_fail(state_->hb.get(), input.get())};
  const FacePointer small{plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr};
  if (!small) refuse(state_->face, tr("The font “{1}” is damaged: its glyphs cannot be taken out.", {state_->face.file}));
  const BlobPointer blob{hb_face_reference_blob(small.get())};
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &length);
  FontSubset subset{.program = std::string{bytes, length}, .widths = {}};

  const FontPointer font{hb_font_create(small.get())};
  const auto em = hb_face_get_upem(small.get());
  hb_font_set_scale(font.get(), static_cast<int>(em), static_cast<int>(em));
  const auto* kept = hb_subset_plan_new_to_old_glyph_mapping(plan.get());
  for (std::uint32_t glyph = 0; glyph < glyph_count(); ++glyph)
    if (hb_map_has(kept, glyph)) subset.widths.emplace_back(glyph, thousandths(hb_font_get_glyph_h_advance(font.get(), glyph), em));
  return subset;
}

} // namespace hdskit::page
