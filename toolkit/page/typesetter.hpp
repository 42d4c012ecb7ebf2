#pragma once

#include "toolkit/page/line_breaking.hpp"
#include "toolkit/page/references.hpp"

#include <memory_resource>

namespace hdskit::page {

struct TextStyle {
  Cut cut;
  float size = 10, leading = 14;
  Ink ink = Ink::text;
  Justification justification = Justification::left;
  bool hyphenated = true;
  bool code = false; ///< spaces and line ends are kept
};

/// Shaped words and what they share, before their lines are known.
struct Setting {
  std::vector<Token> tokens;
  std::vector<Run> runs;
};

/// Sets paragraphs: inlines to tokens to lines. One for each thread; what it sets lives as long as it does.
class Typesetter {
public:
  Typesetter(TypeFaces& faces, const References& references, const Style& style, const std::string& language);

  Setting shape(const Inlines& inlines, const TextStyle& style);
  Setting shape(const std::string& plain, const TextStyle& style) { return shape(Inlines{{.text = plain}}, style); }
  TextBlock set(const Setting& setting, const TextStyle& style, double width);
  TextBlock set(const Inlines& inlines, const TextStyle& style, double width) { return set(shape(inlines, style), style, width); }
  /// One line at most `width` wide; what does not fit is cut and ends with "…".
  TextBlock set_one_line(const std::string& plain, const TextStyle& style, double width);

  std::pmr::polymorphic_allocator<> memory() { return &memory_; }
  WordShaper& words() { return words_; }
  const Style& style() const { return style_; }
  const References& references() const { return references_; }

private:
  void add_text(Setting& setting, std::string_view text, const Run& run, const TextStyle& style);
  void add_space(char byte, bool code);
  void add_word(Setting& setting, std::string_view word, const Run& run);
  std::uint16_t number_of(Setting& setting, const Run& run);

  const References& references_;
  const Style& style_;
  bool french_;
  WordShaper words_;
  std::pmr::monotonic_buffer_resource memory_{1U << 18};
  /// What stood between the last word and the next.
  struct Glue {
    std::uint8_t spaces = 0;
    bool breakable = false, forced = false;
    bool bound = false; ///< a space here does not part lines
  };
  Glue glue_;
};

/// A copy of `items` in memory that lives as long as the pages.
template <class Item> const Item* kept(std::pmr::polymorphic_allocator<> memory, const std::vector<Item>& items) {
  if (items.empty()) return nullptr;
  auto* copy = memory.allocate_object<Item>(items.size());
  std::uninitialized_copy(items.begin(), items.end(), copy);
  return copy;
}

} // namespace hdskit::page
