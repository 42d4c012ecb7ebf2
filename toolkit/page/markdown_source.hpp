#pragma once

#include "toolkit/page/markdown.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::page {

/// One text of Markdown while it is read: what faults are told about, and the lines as they were written.
struct MarkdownSource {
  std::string name;
  int first_line = 1; ///< of `lines[0]` in the whole file: the contents of a fenced block are read as Markdown of their own
  std::vector<std::string_view> lines{};
  const NamedFigures* figures = nullptr; ///< nullptr: none

  std::string_view line(int number) const; ///< from 1; "" outside
  /// Throws Problem bad_input with the name, the line (from 1 in `lines`) and the sentence.
  [[noreturn]] void fail(int line, const std::string& sentence, const std::string& remedy) const;
};

/// Stands for the '@' of `[@page](#a)` while cmark reads, so that the same letters coming from data stay letters. A Unicode noncharacter.
constexpr std::string_view reference_mark = "\uFDD0";

} // namespace hdskit::page
