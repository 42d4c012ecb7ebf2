#pragma once

#include "gui/viewer/paged_document.hpp"

#include <cairo.h>

namespace hdskit::gui {

/// White paper to draw a page on.
class PaperSheet {
public:
  PaperSheet(int width, int height); ///< pixels; throws Problem no_space when memory is short
  ~PaperSheet();
  PaperSheet(const PaperSheet&) = delete;
  PaperSheet& operator=(const PaperSheet&) = delete;

  cairo_t* context() { return context_; }
  int width() const { return width_; }
  int height() const { return height_; }
  Picture picture();

private:
  int width_, height_;
  cairo_surface_t* surface_;
  cairo_t* context_;
};

} // namespace hdskit::gui
