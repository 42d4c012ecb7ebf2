#pragma once

#include "toolkit/page/annex_copy.hpp"
#include "toolkit/page/annex_source.hpp"

namespace hdskit::page {

/// Writes the overlay of a page as a form that brings its own fonts, so that no name can collide with the page's, turned and moved so that
/// its origin lies at the bottom left of what a reader sees. 0 when there is nothing to draw.
int write_overlay(PdfFile& file, const OverlayOf& overlay, const PageBox& visible, int rotation, double unit, int page);

} // namespace hdskit::page
