#pragma once

#include "toolkit/page/markdown_source.hpp"

struct cmark_node;

namespace hdskit::page {

/// The inlines below `parent`, neighbours of one style joined. Faults are told at `line` unless cmark knows better.
Inlines read_inlines(cmark_node* parent, const MarkdownSource& source, int line);

} // namespace hdskit::page
