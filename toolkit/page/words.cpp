#include "toolkit/page/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <span>
#include <vector>

namespace hdskit::page {
namespace {

constexpr std::size_t longest_part = 800; // bytes: a longer token is several words, so that counts fit 16 bits whatever it expands to
constexpr double em = 1000;               // shaped at this size in pixels, Pango's units over 1024 are thousandths of the em

std::int16_t thousandths(double pango_units) { return static_cast<std::int16_t>(std::clamp(std::lround(pango_units / PANGO_SCALE), -32000L, 32000L)); }

/// One run of glyphs in one face, in the order in which they are drawn.
struct ShapedRun {
  std::uint16_t face;
  std::vector<Glyph> glyphs;
};

/// Where the cluster of glyph `i` begins and ends in the text of its run.
std::pair<int, int> cluster_of(const PangoGlyphString& glyphs, int i, int length) {
  const int start = glyphs.log_clusters[i];
  int end = length;
  for (int other = 0; other < glyphs.num_glyphs; ++other)
    if (glyphs.log_clusters[other] > start) end = std::min(end, glyphs.log_clusters[other]);
  return {start, end};
}

} // namespace

void merge_glyph_text(GlyphTexts& texts, std::pair<std::uint16_t, std::uint16_t> glyph, std::string_view text) {
  auto& known = texts[glyph];
  if (known.empty() || (!text.empty() && (text.size() < known.size() || (text.size() == known.size() && text < known)))) known = text;
}

struct WordShaper::Shaping {
  PangoFontMap* map;
  PangoContext* context;
  std::array<PangoFontDescription*, cut_count> fonts{};
  std::unordered_map<PangoFont*, std::uint16_t> faces;
  std::unordered_map<std::uint32_t, std::int16_t> widths; ///< by face and glyph
  PangoGlyphString* glyphs = pango_glyph_string_new();
  Hyphenation hyphenation;

  Shaping(TypeFaces& type_faces, std::string_view language) : map{pango_ft2_font_map_new()}, hyphenation{language} {
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), type_faces.configuration());
    context = pango_font_map_create_context(map);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(std::string{language}.c_str()));
    for (std::size_t i = 0; i < cut_count; ++i) {
      fonts[i] = pango_font_description_new();
      pango_font_description_set_family(fonts[i], type_faces.family(static_cast<Family>(i / 4)).c_str());
      pango_font_description_set_weight(fonts[i], (i & 2) != 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_font_description_set_style(fonts[i], (i & 1) != 0 ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
      pango_font_description_set_absolute_size(fonts[i], em * PANGO_SCALE);
    }
  }
  ~Shaping() {
    for (auto* font : fonts) pango_font_description_free(font);
    pango_glyph_string_free(glyphs);
    g_object_unref(context);
    g_object_unref(map);
  }
  Shaping(const Shaping&) = delete;
  Shaping& operator=(const Shaping&) = delete;

  std::uint16_t face_of(PangoFont* font, TypeFaces& type_faces) {
    if (const auto known = faces.find(font); known != faces.end()) return known->second;
    FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8* file = nullptr;
    int index = 0;
    FcPatternGetString(pattern, FC_FILE, 0, &file);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    g_object_ref(font); // so that the address is never another font's
    return faces[font] = type_faces.number({reinterpret_cast<const char*>(file), index & 0xFFFF});
  }

  std::int16_t width(PangoFont* font, std::uint16_t face, std::uint16_t glyph) {
    const auto [entry, fresh] = widths.try_emplace(std::uint32_t{face} << 16 | glyph, std::int16_t{0});
    if (fresh) entry->second = thousandths(hb_font_get_glyph_h_advance(pango_font_get_hb_font(font), glyph));
    return entry->second;
  }

  /// By byte of `token`: whether a line may begin there.
  std::vector<Division> divisions(std::string_view token) const {
    std::vector<Division> before(token.size() + 1, Division::never);
    const auto characters = static_cast<std::size_t>(g_utf8_strlen(token.data(), static_cast<gssize>(token.size())));
    std::vector<PangoLogAttr> attributes(characters + 1);
    pango_get_log_attrs(token.data(), static_cast<int>(token.size()), -1, pango_context_get_language(context), attributes.data(),
                        static_cast<int>(attributes.size()));
    std::size_t at = 0;
    for (std::size_t i = 0; i < characters; ++i) {
      if (i > 0 && attributes[i].is_cursor_position) before[at] = i > 2 && attributes[i].is_line_break ? Division::free : Division::letter;
      at += static_cast<std::size_t>(g_utf8_skip[static_cast<unsigned char>(token[at])]);
    }
    for (const auto point : hyphenation.points(token))
      if (before[point] == Division::letter) before[point] = Division::hyphen;
    return before;
  }

  /// `before`: the divisions of `part`, one more than its bytes. Accents that stand alone lose their offsets: texts are composed (NFC) beforehand.
  ShapedRun shape(PangoItem& item, std::string_view part, std::span<const Division> before, TypeFaces& type_faces, GlyphTexts& texts) {
    pango_shape_with_flags(part.data() + item.offset, item.length, part.data(), static_cast<int>(part.size()), &item.analysis, glyphs, PANGO_SHAPE_NONE);
    ShapedRun run{.face = face_of(item.analysis.font, type_faces), .glyphs = {}};
    const bool leftwards = item.analysis.level % 2 != 0;
    for (int i = 0; i < glyphs->num_glyphs; ++i) {
      if (glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY) continue;
      const bool unknown = (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0; // no face has it: the empty box that every font carries
      const auto id = unknown ? std::uint16_t{0} : static_cast<std::uint16_t>(glyphs->glyphs[i].glyph);
      const auto [start, end] = cluster_of(*glyphs, i, item.length);
      const bool first = i == 0 || glyphs->log_clusters[i - 1] != start;
      const bool last = i + 1 == glyphs->num_glyphs || glyphs->log_clusters[i + 1] != start;
      const auto nominal = width(item.analysis.font, run.face, id);
      const auto advance = unknown ? nominal : thousandths(glyphs->glyphs[i].geometry.width);
      const auto after = static_cast<std::size_t>(item.offset + end);
      run.glyphs.push_back({id, advance, static_cast<std::int16_t>(advance - nominal), leftwards || !last ? Division::never : before[after]});
      merge_glyph_text(texts, {run.face, id},
                       first ? part.substr(static_cast<std::size_t>(item.offset + start), static_cast<std::size_t>(end - start)) : std::string_view{});
    }
    return run;
  }
};

WordShaper::WordShaper(TypeFaces& faces, std::string_view language) : faces_{faces}, shaping_{std::make_unique<Shaping>(faces, language)} {}
WordShaper::~WordShaper() = default;

void WordShaper::release_shaping() {
  shaping_.reset();
  words_ = {};
}

const Word& WordShaper::word(Cut cut, std::string_view token) {
  if (const auto known = words_.find({cut.index(), token}); known != words_.end()) return *known->second;
  auto* copy = static_cast<char*>(memory_.allocate(token.size(), 1));
  std::memcpy(copy, token.data(), token.size());
  const Word* shaped = shape(cut, token);
  used_cuts_ |= 1U << cut.index();
  words_.emplace(Key{cut.index(), {copy, token.size()}}, shaped);
  return *shaped;
}

const Word& WordShaper::space(Cut cut) {
  auto& known = spaces_[cut.index()];
  if (known == nullptr) known = shape(cut, " ");
  return *known;
}

const Word& WordShaper::hyphen(Cut cut) {
  auto& known = hyphens_[cut.index()];
  if (known == nullptr) known = shape(cut, "-");
  return *known;
}

const Word* WordShaper::shape(Cut cut, std::string_view token) {
  const auto before = shaping_->divisions(token);
  pango_context_set_font_description(shaping_->context, shaping_->fonts[cut.index()]);
  std::vector<ShapedRun> runs;
  for (std::size_t from = 0; from < token.size();) {
    std::size_t to = std::min(token.size(), from + longest_part);
    while (to < token.size() && before[to] == Division::never && to > from + 1) --to;
    const auto part = token.substr(from, to - from);
    GList* items = pango_itemize(shaping_->context, part.data(), 0, static_cast<int>(part.size()), nullptr, nullptr);
    for (GList* node = items; node != nullptr; node = node->next)
      runs.push_back(shaping_->shape(*static_cast<PangoItem*>(node->data), part, {before.data() + from, part.size() + 1}, faces_, texts_));
    g_list_free_full(items, [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
    from = to;
  }
  std::pmr::polymorphic_allocator<> allocator{&memory_};
  const Word* rest = nullptr;
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    auto* glyphs = allocator.allocate_object<Glyph>(std::max<std::size_t>(run->glyphs.size(), 1));
    std::copy(run->glyphs.begin(), run->glyphs.end(), glyphs);
    int advance = 0;
    for (const auto& glyph : run->glyphs) advance += glyph.advance;
    rest = allocator.new_object<Word>(Word{glyphs, rest, advance, static_cast<std::uint16_t>(run->glyphs.size()), run->face});
  }
  return rest;
}

} // namespace hdskit::page
