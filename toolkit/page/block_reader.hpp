#pragma once

#include "toolkit/page/markdown_source.hpp"

struct cmark_node;

namespace hdskit::page {

/// The blocks of a parsed text; headings without an anchor have none yet.
Blocks read_blocks(cmark_node* root, const MarkdownSource& source);

/// Parses and reads; `first_line` is where the text starts in the file `name`.
Blocks read_markdown(std::string_view markdown, const std::string& name, int first_line, const NamedFigures* figures = nullptr);

/// Gives every heading that has none an anchor made from its words. Throws Problem bad_input when two anchors are the same.
void name_headings(Blocks& blocks, const std::string& name);

/// An anchor as templates may write it: letters, digits, '-', '_', '.'; at most 80 of them.
bool is_anchor(std::string_view name);

} // namespace hdskit::page
