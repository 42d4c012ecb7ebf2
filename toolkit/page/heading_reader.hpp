#pragma once

#include "toolkit/page/markdown_source.hpp"

struct cmark_node;

namespace hdskit::page {

Heading read_heading(cmark_node* node, const MarkdownSource& source);

} // namespace hdskit::page
