#pragma once

#include "gui/viewer/paged_document.hpp"

#include <span>

namespace hdskit::gui {

/// How large pages are seen.
struct Zoom {
  bool fit_width = true; ///< each page as wide as the window
  double factor = 1;     ///< else: 1 is the size on paper; smallest_zoom to largest_zoom
  bool operator==(const Zoom&) const = default;
};
constexpr double smallest_zoom = 0.1, largest_zoom = 4;

/// The next step of the usual ones: 50 %, 75 %, 100 %, 125 %, …
double zoom_above(double factor);
double zoom_below(double factor);

/// Where each page lies when all stand one under the other, in device-independent pixels (96 to the inch).
class PageLayout {
public:
  struct Box {
    int x = 0, y = 0, width = 0, height = 0;
  };

  PageLayout() = default;
  PageLayout(std::span<const PageSize> sizes, Zoom zoom, int window_width);

  int count() const { return static_cast<int>(boxes_.size()); }
  int width() const { return width_; }
  int height() const { return height_; }
  const Box& box(int page) const { return boxes_.at(static_cast<std::size_t>(page)); }
  double scale(int page) const { return scales_.at(static_cast<std::size_t>(page)); } ///< pixels per point

  int page_at(int y) const; ///< the page there or the next one below; the last one below all; 0 when there is none
  struct Range {
    int first = 0, end = 0; ///< without `end`
  };
  Range between(int top, int bottom) const; ///< the pages of which something lies there

  /// Where a page ends up when the layout becomes `other`: the same spot of the same page.
  int moved_to(const PageLayout& other, int y) const;

private:
  std::vector<Box> boxes_;
  std::vector<double> scales_;
  int width_ = 0, height_ = 0;
};

} // namespace hdskit::gui
