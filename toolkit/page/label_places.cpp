#include "toolkit/page/label_places.hpp"

#include <algorithm>
#include <limits>

namespace hdskit::page {
namespace {

// Where people look for the name of a point, best first: right, left, above, below, then the corners. In halves of the label's size.
struct Side {
  double across, down;
};
constexpr Side sides[] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};
constexpr double distances[] = {1.5, 5, 10, 17};
constexpr double outside = 1e6; // worse than to cover anything

} // namespace

double LabelPlaces::covered(const Area& area) const {
  double sum = 0;
  for (const auto& other : taken_)
    sum += std::max(0.0, std::min(area.right, other.right) - std::max(area.left, other.left)) *
           std::max(0.0, std::min(area.bottom, other.bottom) - std::max(area.top, other.top));
  if (area.left < 0 || area.top < 0 || area.right > width_ || area.bottom > height_) sum += outside;
  return sum;
}

Area LabelPlaces::place(double x, double y, double radius, double width, double height) {
  Area best;
  double least = std::numeric_limits<double>::max();
  for (const double distance : distances) {
    for (const auto& side : sides) {
      const double corner = side.across != 0 && side.down != 0 ? 0.7 : 1; // a corner of the label may come nearer to a round point
      const double middle = x + side.across * (corner * (radius + distance) + width / 2), centre = y + side.down * (corner * (radius + distance) + height / 2);
      const Area area{middle - width / 2, centre - height / 2, middle + width / 2, centre + height / 2};
      const double sum = covered(area);
      if (sum < least - 1e-9) {
        least = sum;
        best = area;
      }
      if (sum <= 0) break;
    }
    if (least <= 0) break;
  }
  taken_.push_back(best);
  return best;
}

} // namespace hdskit::page
