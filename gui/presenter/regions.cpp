#include "gui/presenter/regions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hdskit::gui {
namespace {

bool holds(const page::Region& outer, const page::Region& inner) {
  const auto a = area_of(outer), b = area_of(inner);
  return a.width * a.height > b.width * b.height && a.x <= b.x && a.y <= b.y && a.right() >= b.right() && a.bottom() >= b.bottom();
}

double surface(const page::Region& region) { return region.width * region.height; }
double middle_x(const page::Region& region) { return region.x + region.width / 2; }
double middle_y(const page::Region& region) { return region.y + region.height / 2; }

/// How far along the way, and how far aside.
struct Distance {
  double ahead = 0, aside = 0;
};
Distance distance(const page::Region& from, const page::Region& to, Way way) {
  const double right = middle_x(to) - middle_x(from), down = middle_y(to) - middle_y(from);
  switch (way) {
    case Way::left: return {-right, std::abs(down)};
    case Way::right: return {right, std::abs(down)};
    case Way::up: return {-down, std::abs(right)};
    default: return {down, std::abs(right)};
  }
}

Area area_of_shape(const page::Box& box) { return grown({box.x, box.y, box.width, box.height}, box.line_width); }

Area area_of_shape(const page::Polyline& line) {
  if (line.points.empty()) return {};
  double left = line.points.front().first, right = left, top = line.points.front().second, bottom = top;
  for (const auto& [x, y] : line.points) {
    left = std::min(left, x);
    right = std::max(right, x);
    top = std::min(top, y);
    bottom = std::max(bottom, y);
  }
  return grown({left, top, right - left, bottom - top}, 4 * line.line_width); // corners stand out
}

Area area_of_shape(const page::Circle& circle) {
  return grown({circle.x - circle.radius, circle.y - circle.radius, 2 * circle.radius, 2 * circle.radius}, circle.line_width);
}

Area area_of_shape(const page::Label& label) {
  const double width = label.size * static_cast<double>(label.text.size()) + label.size, height = 2 * label.size; // no letter is wider than high
  if (label.rotation != 0) return grown({label.x, label.y, 0, 0}, std::hypot(width, height));
  const double before = label.align == page::Label::Align::start ? 0 : label.align == page::Label::Align::end ? width : width / 2;
  return {label.x - before, label.y - 1.5 * label.size, width, height};
}

} // namespace

bool overlap(const Area& a, const Area& b) { return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom(); }
Area grown(const Area& area, double by) { return {area.x - by, area.y - by, area.width + 2 * by, area.height + 2 * by}; }
Area area_of(const page::Region& region) { return {region.x, region.y, region.width, region.height}; }
Area area_of(const page::Shape& shape) {
  return std::visit([](const auto& drawn) { return area_of_shape(drawn); }, shape);
}

RegionMap::RegionMap(std::vector<page::Region> regions) : regions_{std::move(regions)} {
  for (std::size_t i = 0; i < regions_.size(); ++i) {
    std::size_t around = i;
    for (std::size_t j = 0; j < regions_.size(); ++j)
      if (holds(regions_[j], regions_[i]) && (around == i || surface(regions_[j]) < surface(regions_[around]))) around = j;
    around_.push_back(around);
    nested_ = nested_ || around != i;
  }
}

std::optional<std::size_t> RegionMap::at(double x, double y) const {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < regions_.size(); ++i) {
    const auto area = area_of(regions_[i]);
    if (x < area.x || y < area.y || x > area.right() || y > area.bottom()) continue;
    if (!found || surface(regions_[i]) <= surface(regions_[*found])) found = i; // of two of a size, the one drawn last lies on top
  }
  return found;
}

std::optional<std::size_t> RegionMap::find(std::string_view key) const {
  const auto found = std::ranges::find(regions_, key, &page::Region::key);
  return found == regions_.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - regions_.begin())};
}

std::optional<std::size_t> RegionMap::again(const page::Region& former) const {
  std::optional<std::size_t> found;
  const auto far = [&](std::size_t i) { return std::hypot(middle_x(regions_[i]) - middle_x(former), middle_y(regions_[i]) - middle_y(former)); };
  for (std::size_t i = 0; i < regions_.size(); ++i)
    if (regions_[i].key == former.key && (!found || far(i) < far(*found))) found = i;
  return found;
}

std::optional<std::size_t> RegionMap::beside(std::optional<std::size_t> from, Way way) const {
  if (regions_.empty()) return std::nullopt;
  if (way == Way::first) return 0;
  if (way == Way::last) return regions_.size() - 1;
  if (nested_ && (way == Way::left || way == Way::right)) way = way == Way::left ? Way::before : Way::after;
  if (!from || *from >= regions_.size()) return way == Way::before ? regions_.size() - 1 : 0;
  if (way == Way::before) return *from == 0 ? std::nullopt : std::optional{*from - 1};
  if (way == Way::after) return *from + 1 == regions_.size() ? std::nullopt : std::optional{*from + 1};
  return nearest(*from, way);
}

/// Among its neighbours within the same region; where they end, from that region to its own neighbours.
std::optional<std::size_t> RegionMap::nearest(std::size_t from, Way way) const {
  constexpr double aside_weighs = 2, least = 0.5; // straight ahead counts for more; what begins at the same point lies beside, not ahead
  std::optional<std::size_t> found;
  double best = std::numeric_limits<double>::max();
  const auto within = [&](std::size_t i) { return around_[i] == i ? regions_.size() : around_[i]; };
  for (std::size_t i = 0; i < regions_.size(); ++i) {
    if (i == from || within(i) != within(from)) continue;
    const auto [ahead, aside] = distance(regions_[from], regions_[i], way);
    const double weight = ahead + aside_weighs * aside;
    if (ahead < least || weight >= best) continue;
    best = weight;
    found = i;
  }
  return found || around_[from] == from ? found : nearest(around_[from], way);
}

int start_that_shows(double begin, double length, int from, int size, int room) {
  const double first = begin - room, last = begin + length + room;
  if (first >= from && last <= from + size) return from;
  if (last - first > size) return static_cast<int>(std::floor(begin + length / 2 - size / 2.0)); // larger than the window: its middle
  return static_cast<int>(first < from ? std::floor(first) : std::ceil(last - size));
}

} // namespace hdskit::gui
