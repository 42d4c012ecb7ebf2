#include "toolkit/page/figure_text.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

// Advance widths of U+0020 to U+007E in thousandths of the size: facts of the metric-compatible family (Helvetica, Arial, Liberation Sans).
constexpr short regular_widths[] = {278, 278, 355, 556, 556, 889, 667, 191, 333,  333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
                                    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                    667, 778, 722, 667, 611, 722, 667, 944, 667,  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
                                    556, 222, 222, 500, 222, 833, 556, 556, 556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr short bold_widths[] = {278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
                                 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
                                 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
                                 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};
static_assert(std::size(regular_widths) == 0x7F - 0x20 && std::size(bold_widths) == 0x7F - 0x20);

std::size_t length_at(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) ++length;
  return length;
}

int character_width(std::string_view character, bool bold) {
  const auto& widths = bold ? bold_widths : regular_widths;
  const auto first = static_cast<unsigned char>(character[0]);
  if (first < 0x80) return first >= 0x20 && first < 0x7F ? widths[first - 0x20] : 0;
  struct Known {
    std::string_view character;
    int width;
  };
  static constexpr Known known[] = {{"\u00A0", 278}, {"\u202F", 278}, {"’", 278}, {"‘", 278}, {"«", 556}, {"»", 556},
                                    {"–", 556},      {"°", 400},      {"·", 333}, {"“", 500}, {"”", 500}};
  for (const auto& row : known)
    if (row.character == character) return row.width;
  if (first >= 0xC3 && first <= 0xC5) { // Latin letters with accents
    const auto base = folded(character);
    const bool lower = base.size() == 1 && base != character;
    if (lower && first == 0xC3 && static_cast<unsigned char>(character[1]) >= 0xA0)
      return std::max<int>(widths[base[0] - 0x20], 278); // a diaeresis is wider than its i
    return first == 0xC3 && static_cast<unsigned char>(character[1]) >= 0xA0 ? 889 : 1000;
  }
  return 1000;
}

double width_of(std::string_view text, double size, bool bold) {
  int thousandths = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = length_at(text, at);
    thousandths += character_width(text.substr(at, length), bold);
    at += length;
  }
  return thousandths * size / 1000;
}

/// The longest start of `text` that fits, at least one character.
std::size_t fitting_start(std::string_view text, double width, double size, bool bold) {
  std::size_t end = 0;
  while (end < text.size()) {
    const auto next = end + length_at(text, end);
    if (end > 0 && width_of(text.substr(0, next), size, bold) > width) break;
    end = next;
  }
  return end;
}

void remove_last_character(std::string& text) {
  bool more = true;
  while (more && !text.empty()) {
    more = (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80;
    text.pop_back();
  }
}

struct Wrapped {
  std::vector<std::string> lines;
  bool whole_words = true;
};

Wrapped wrap(std::string_view text, double width, double size, bool bold) {
  Wrapped wrapped;
  std::string line;
  const auto finish = [&] {
    if (!line.empty()) wrapped.lines.push_back(std::move(line));
    line.clear();
  };
  for (const auto& piece : split(text, ' ')) {
    std::string_view word = piece;
    if (word.empty()) continue;
    if (!line.empty() && width_of(line + " " + std::string{word}, size, bold) > width) finish();
    while (line.empty() && width_of(word, size, bold) > width) {
      const auto part = fitting_start(word, width, size, bold);
      if (part == word.size()) break;
      wrapped.lines.emplace_back(word.substr(0, part));
      wrapped.whole_words = false;
      word.remove_prefix(part);
    }
    line += (line.empty() ? "" : " ") + std::string{word};
  }
  finish();
  return wrapped;
}

} // namespace

double figure_text_width(std::string_view text, double size, bool bold) { return width_of(text, size, bold); }

std::vector<std::string> figure_lines(std::string_view text, double width, double size, bool bold, std::size_t most_lines) {
  auto lines = wrap(text, width, size, bold).lines;
  if (lines.size() <= most_lines) return lines;
  lines.resize(most_lines);
  auto& last = lines.back();
  while (!last.empty() && width_of(last + "…", size, bold) > width) remove_last_character(last);
  last.resize(last.find_last_not_of(' ') + 1);
  last += "…";
  return lines;
}

FittedText fitted_text(std::string_view text, double width, double size, bool bold, std::size_t most_lines) {
  for (const double share : {1.0, 0.9, 0.8}) {
    const auto wrapped = wrap(text, width, size * share, bold);
    if (wrapped.lines.size() <= most_lines && wrapped.whole_words) return {wrapped.lines, size * share};
  }
  return {figure_lines(text, width, size * 0.8, bold, most_lines), size * 0.8};
}

void draw_text(std::vector<Shape>& shapes, const FittedText& text, double x, double top, Label::Align align, bool bold, Colour colour) {
  double base = top + text.size * 0.92;
  for (const auto& line : text.lines) {
    shapes.push_back(Label{.x = x, .y = base, .size = text.size, .text = line, .align = align, .bold = bold, .colour = colour});
    base += text.size * 1.22;
  }
}

} // namespace hdskit::page
