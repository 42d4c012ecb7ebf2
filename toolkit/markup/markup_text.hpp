#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

constexpr std::size_t markup_size_limit = 8u << 20; ///< bytes; the checklist of the agrément of 2006 takes 75 kB
constexpr int markup_depth_limit = 32;              ///< open elements; the schemas need 5
constexpr std::size_t markup_defect_limit = 1000;   ///< beyond, a list of defects helps nobody

/// What is wrong with a file, and where.
struct MarkupDefect {
  int line = 0; ///< from 1
  std::string sentence;
};

/// Turns an offset into a line number.
class LineIndex {
public:
  explicit LineIndex(std::string_view text);
  int line_at(std::size_t offset) const; ///< from 1

private:
  std::vector<std::size_t> ends_;
};

struct TextExamination {
  std::vector<MarkupDefect> defects;
  bool safe_to_parse = true;
};

/// What an XML library lets through and we do not: foreign encodings, control characters, document type declarations, entities, deep nesting.
TextExamination examine_markup_text(std::string_view xml, const LineIndex& lines, std::size_t size_limit = markup_size_limit);

} // namespace hdskit
