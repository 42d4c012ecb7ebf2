#include "toolkit/page/typesetter.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <glib.h>
#include <memory>

namespace hdskit::page {
namespace {

constexpr std::string_view no_break_space = "\u00a0";
constexpr std::uint8_t most_spaces = 200;

/// Valid UTF-8 with accents composed (NFC), so that fonts need not place them.
std::string composed(std::string_view text) {
  std::string valid{text};
  if (!is_utf8(text)) {
    const std::unique_ptr<char, decltype(&g_free)> repaired{g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free};
    valid = repaired.get();
  }
  // U+0300 to U+036F start with these two bytes.
  if (valid.find_first_of("\xCC\xCD") == std::string::npos) return valid;
  const std::unique_ptr<char, decltype(&g_free)> normal{g_utf8_normalize(valid.data(), static_cast<gssize>(valid.size()), G_NORMALIZE_NFC), g_free};
  return normal.get();
}

/// French puts a space before these; they never begin a line, even when the writer did not say so with a non-breaking space.
bool clings_to_what_precedes(std::string_view word) {
  static constexpr std::string_view signs[] = {":", ";", "!", "?", "»", "%", "€", "?!", "».", "»,", "» ;", "%.", "%,", "€.", "€,"};
  return std::find(std::begin(signs), std::end(signs), word) != std::end(signs);
}

/// Control characters count as spaces: no font draws them.
bool is_blank(char byte) { return static_cast<unsigned char>(byte) <= 0x20 || byte == 0x7F; }

} // namespace

Typesetter::Typesetter(TypeFaces& faces, const References& references, const Style& style, const std::string& language)
    : references_{references}, style_{style}, french_{language.starts_with("fr")}, words_{faces, language} {}

std::uint16_t Typesetter::number_of(Setting& setting, const Run& run) {
  auto& runs = setting.runs;
  const auto recent = runs.size() > 16 ? runs.end() - 16 : runs.begin(); // styles alternate between a few
  const auto known = std::find(recent, runs.end(), run);
  if (known != runs.end() || runs.size() > 0xFFFF) return static_cast<std::uint16_t>(known == runs.end() ? 0 : known - runs.begin());
  runs.push_back(run);
  return static_cast<std::uint16_t>(runs.size() - 1);
}

void Typesetter::add_word(Setting& setting, std::string_view text, const Run& run) {
  if (french_ && glue_.spaces > 0 && clings_to_what_precedes(text)) glue_.breakable = false;
  const auto number = number_of(setting, run);
  const Run& between = run_of_space(setting.tokens.empty() ? run : setting.runs[setting.tokens.back().run], run);
  const float space = static_cast<float>(words_.space(between.cut).advance) * between.size / 1000;
  const float hyphen = static_cast<float>(words_.hyphen(run.cut).advance) * run.size / 1000;
  for (const Word* word = &words_.word(run.cut, text); word != nullptr; word = word->rest) {
    setting.tokens.push_back({.word = word,
                              .run = number,
                              .spaces = glue_.spaces,
                              .breakable = glue_.breakable,
                              .forced = glue_.forced,
                              .size = run.size,
                              .space = space,
                              .hyphen = hyphen});
    glue_ = {};
  }
  glue_.bound = french_ && text == "«";
}

void Typesetter::add_space(char byte, bool code) {
  if (code && byte == '\n') glue_.forced = true, glue_.spaces = 0;
  else if (code) glue_.spaces = static_cast<std::uint8_t>(std::min<int>(glue_.spaces + (byte == '\t' ? 4 : 1), most_spaces));
  else glue_.spaces = std::max<std::uint8_t>(glue_.spaces, 1);
  glue_.breakable = !glue_.bound;
}

void Typesetter::add_text(Setting& setting, std::string_view text, const Run& run, const TextStyle& style) {
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(no_break_space)) {
      glue_ = {.spaces = static_cast<std::uint8_t>(std::min<int>(glue_.spaces + 1, most_spaces)), .breakable = false, .forced = glue_.forced, .bound = true};
      at += no_break_space.size();
    } else if (is_blank(text[at])) {
      add_space(text[at++], style.code);
    } else {
      auto end = at;
      while (end < text.size() && !is_blank(text[end]) && !text.substr(end).starts_with(no_break_space)) ++end;
      add_word(setting, text.substr(at, end - at), run);
      at = end;
    }
  }
}

Setting Typesetter::shape(const Inlines& inlines, const TextStyle& style) {
  Setting setting;
  glue_ = {};
  for (const auto& part : inlines) {
    Run run{.cut = style.cut, .ink = style.ink, .size = style.size, .link = part.target.empty() ? -1 : references_.find(part.target)};
    run.cut.bold = run.cut.bold || part.bold;
    run.cut.italic = run.cut.italic != part.italic; // emphasis inside italics stands upright
    if (part.code && !style.code) run.cut.family = Family::mono, run.size *= 0.9F;
    if (run.link >= 0 && run.ink == Ink::text) run.ink = Ink::accent;
    switch (part.kind) {
      case Inline::Kind::text: add_text(setting, composed(part.text), run, style); break;
      case Inline::Kind::line_break: glue_ = {.forced = true}; break;
      case Inline::Kind::section_of:
        add_text(setting, composed(run.link < 0 ? "" : references_.targets[static_cast<std::size_t>(run.link)].section), run, style);
        break;
      case Inline::Kind::page_of:
        run.slot = run.link;
        add_word(setting, "0000", run);
        break;
    }
  }
  return setting;
}

TextBlock Typesetter::set(const Setting& setting, const TextStyle& style, double width) {
  const auto lines =
      break_lines(setting.tokens, width, {.justified = style.justification == Justification::both, .hyphenated = style.hyphenated, .keeps_spaces = style.code});
  TextBlock block{.size = style.size, .leading = style.leading, .width = static_cast<float>(width), .justification = style.justification};
  block.pieces = kept(memory(), lines.pieces);
  block.lines = kept(memory(), lines.lines);
  block.runs = kept(memory(), setting.runs);
  block.line_count = static_cast<std::uint32_t>(lines.lines.size());
  return block;
}

TextBlock Typesetter::set_one_line(const std::string& plain, const TextStyle& style, double width) {
  auto setting = shape(plain, style);
  if (natural_width(setting.tokens).full <= width) return set(setting, style, width * 1.01);
  const auto dots = shape("…", style);
  const double room = width - dots.tokens.front().width();
  double used = 0;
  std::size_t fits = 0;
  while (fits < setting.tokens.size() &&
         (used += setting.tokens[fits].width() + setting.tokens[fits].spaces * static_cast<double>(setting.tokens[fits].space)) <= room)
    ++fits;
  setting.tokens.resize(fits);
  for (auto& token : setting.tokens) token.forced = false;
  setting.tokens.push_back(dots.tokens.front());
  setting.tokens.back().run = 0;
  return set(setting, style, width * 1.01);
}

} // namespace hdskit::page
