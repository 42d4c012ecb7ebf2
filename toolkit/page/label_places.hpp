#pragma once

#include <vector>

namespace hdskit::page {

struct Area {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// Finds room for labels beside points: tries places around each, and keeps the one that covers the least of what stands already.
class LabelPlaces {
public:
  LabelPlaces(double width, double height) : width_{width}, height_{height} {}

  void occupy(const Area& area) { taken_.push_back(area); }
  /// Room of `width` × `height` beside a point of `radius` at (x, y), within the drawing; it is occupied from now on.
  Area place(double x, double y, double radius, double width, double height);

private:
  double covered(const Area& area) const;

  double width_, height_;
  std::vector<Area> taken_;
};

} // namespace hdskit::page
