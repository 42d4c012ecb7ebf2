#include "gui/viewer/page_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace hdskit::gui {
namespace {

constexpr int gap_between = 12, margin = 12; ///< device-independent pixels
constexpr double pixels_a_point = 96.0 / 72.0;
constexpr std::array steps{0.1, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0};

double scale_of(const PageSize& size, Zoom zoom, int window_width) {
  if (!zoom.fit_width) return std::clamp(zoom.factor, smallest_zoom, largest_zoom) * pixels_a_point;
  return std::clamp((window_width - 2 * margin) / size.width, smallest_zoom * pixels_a_point, largest_zoom * pixels_a_point);
}

} // namespace

double zoom_above(double factor) {
  const auto* found = std::ranges::find_if(steps, [&](double step) { return step > factor * 1.01; });
  return found == steps.end() ? largest_zoom : *found;
}

double zoom_below(double factor) {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step)
    if (*step < factor * 0.99) return *step;
  return smallest_zoom;
}

PageLayout::PageLayout(std::span<const PageSize> sizes, Zoom zoom, int window_width) {
  int y = margin;
  for (const auto& size : sizes) {
    const double scale = scale_of(size, zoom, window_width);
    const int width = std::max(1, static_cast<int>(std::lround(size.width * scale))), height = std::max(1, static_cast<int>(std::lround(size.height * scale)));
    boxes_.push_back({0, y, width, height});
    scales_.push_back(scale);
    width_ = std::max(width_, width + 2 * margin);
    y += height + gap_between;
  }
  height_ = y - gap_between + margin;
  for (auto& box : boxes_) box.x = (std::max(width_, window_width) - box.width) / 2;
}

int PageLayout::page_at(int y) const {
  const auto found = std::ranges::partition_point(boxes_, [&](const Box& box) { return box.y + box.height <= y; });
  return std::max(0, std::min(static_cast<int>(found - boxes_.begin()), count() - 1));
}

PageLayout::Range PageLayout::between(int top, int bottom) const {
  const auto first = std::ranges::partition_point(boxes_, [&](const Box& box) { return box.y + box.height <= top; });
  const auto end = std::partition_point(first, boxes_.end(), [&](const Box& box) { return box.y < bottom; });
  return {static_cast<int>(first - boxes_.begin()), static_cast<int>(end - boxes_.begin())};
}

int PageLayout::moved_to(const PageLayout& other, int y) const {
  if (boxes_.empty() || other.count() != count()) return 0;
  const auto page = page_at(y);
  const auto &from = box(page), &to = other.box(page);
  return to.y + static_cast<int>(std::lround((y - from.y) * (static_cast<double>(to.height) / from.height)));
}

} // namespace hdskit::gui
