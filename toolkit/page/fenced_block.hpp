#pragma once

#include "toolkit/page/markdown_source.hpp"

namespace hdskit::page {

/// A fenced block that starts with ```word.
struct FencedBlock {
  std::string word; ///< "" for ``` alone
  std::string text;
  int line = 1;        ///< of the opening fence, in the source
  bool nested = false; ///< inside a list or a quotation
};

/// What the block stands for. Throws Problem bad_input for an unknown word (naming the known ones), or wrong contents.
Blocks read_fenced_block(const FencedBlock& block, const MarkdownSource& source);

/// Lines `key: value` as fenced blocks write them.
struct FencedLine {
  std::string key, value; ///< value is Markdown still: escapes in it
  int line = 1;
};

/// Cuts `text` at each '|' that is not escaped and takes the escapes away: "a \| b | c" gives "a | b" and "c".
std::vector<std::string> fenced_cells(std::string_view text);

} // namespace hdskit::page
