#pragma once

#include "toolkit/page/mapped_drawing.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// Pointing at a figure, with the mouse and with the keyboard. Points of the drawing, or whatever the caller measures in.

struct Area {
  double x = 0, y = 0, width = 0, height = 0;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
  bool operator==(const Area&) const = default;
};
bool overlap(const Area& a, const Area& b); ///< touching is overlapping
Area grown(const Area& area, double by);
Area area_of(const page::Region& region);
/// Where the ink of a shape may be: never less, for letters a little more.
Area area_of(const page::Shape& shape);

/// Left and Right go through nested regions as they are read: a cell, its bubbles, the next cell. Where nothing is nested, and Up and Down always, they
/// lead to the nearest in that direction.
enum class Way { left, right, up, down, first, last, before, after };

class RegionMap {
public:
  explicit RegionMap(std::vector<page::Region> regions = {});

  const std::vector<page::Region>& regions() const { return regions_; }
  /// The smallest that holds the point.
  std::optional<std::size_t> at(double x, double y) const;
  std::optional<std::size_t> find(std::string_view key) const;
  /// Where the keyboard goes; nothing when there is nothing that way. From nowhere: the first one, for `last` and `before` the last one.
  std::optional<std::size_t> beside(std::optional<std::size_t> from, Way way) const;
  /// In a drawing that is shown anew: the one with the key of `former`, the nearest of them when there are several.
  std::optional<std::size_t> again(const page::Region& former) const;

private:
  std::optional<std::size_t> nearest(std::size_t from, Way way) const;

  std::vector<page::Region> regions_;
  std::vector<std::size_t> around_; ///< the smallest region that holds each one; itself when there is none
  bool nested_ = false;
};

/// Where a window of `size` begins so that it shows the part from `begin` of the given length, with some room around; `from` when it does already.
int start_that_shows(double begin, double length, int from, int size, int room);

} // namespace hdskit::gui
