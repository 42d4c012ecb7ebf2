#pragma once

#include "gui/viewer/paged_document.hpp"
#include "gui/viewer/paper_sheet.hpp"

#include <memory>
#include <poppler.h>

namespace hdskit::gui {

/// What libraries in C hand over, given back by itself.
template <auto Free> struct FreedBy {
  template <typename T> void operator()(T* thing) const { Free(thing); }
};
template <typename Object> using Handle = std::unique_ptr<Object, FreedBy<g_object_unref>>;
using TextHandle = std::unique_ptr<char, FreedBy<g_free>>;
using ErrorHandle = std::unique_ptr<GError, FreedBy<g_error_free>>;
using BytesHandle = std::unique_ptr<GBytes, FreedBy<g_bytes_unref>>;

/// At most 300 bytes of it, whole characters; "" for nothing and for what is not UTF-8.
std::string bounded_text(const char* text);

/// The chapters that lead to a page of the document, in reading order; a loop ends at the limits.
std::vector<OutlineEntry> outline_of(PopplerDocument* document, int page_count);

} // namespace hdskit::gui
