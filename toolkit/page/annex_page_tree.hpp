#pragma once

#include "toolkit/page/annex_source.hpp"

namespace hdskit::page {

/// Walks the page tree of a PDF in reading order. Throws Problem bad_input: a tree that loops, is deeper than 100 levels or has holes; no page; too many.
std::vector<AnnexPage> pages_of_annex(QPDF& pdf, const std::string& name);

} // namespace hdskit::page
