#pragma once

#include "toolkit/requirements/checklist_reader.hpp"

namespace hdskit {

constexpr std::size_t checklist_size_limit = 8u << 20; ///< bytes; the agrément of 2006 takes 75 kB
constexpr int checklist_depth_limit = 32;              ///< open elements; the schema needs 5
constexpr std::size_t checklist_defect_limit = 1000;   ///< beyond, a list of defects helps nobody

/// Turns an offset into a line number.
class LineIndex {
public:
  explicit LineIndex(std::string_view text);
  int line_at(std::size_t offset) const; ///< from 1

private:
  std::vector<std::size_t> ends_;
};

struct TextExamination {
  std::vector<ChecklistDefect> defects;
  bool safe_to_parse = true;
};

/// What an XML library lets through and we do not: foreign encodings, control characters, document type declarations, entities, deep nesting.
TextExamination examine_checklist_text(std::string_view xml, const LineIndex& lines);

} // namespace hdskit
