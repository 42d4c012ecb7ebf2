#include "toolkit/page/mapped_drawing.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"
#include "toolkit/page/label_places.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <numeric>

namespace hdskit::page {
namespace {

using Point = RadarSpec::Point;

constexpr double text_size = 7.5, name_size = 8.5, legend_size = 8;
constexpr double least_sign = 3.4, most_sign = 8.5; // radii of the smallest and the largest point
constexpr double range = 256;                       // the greatest threat is so many times the one at the rim: 16 against 1/16 with scales of four
constexpr double turn = 2 * std::numbers::pi;
constexpr int signs = 4; // steps of reliability, each with its own form

/// "2,5" or "2.5": at most two decimals.
std::string decimal(double value) {
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, std::clamp(value, 0.0, 1e9), std::chars_format::fixed, 2).ptr;
  std::string number{text, end};
  while (number.ends_with('0')) number.pop_back();
  if (number.ends_with('.')) number.pop_back();
  return current_language() == Language::french ? replaced(number, ".", ",") : number;
}

int sign_of(double reliability) { return std::clamp(static_cast<int>(reliability * signs), 0, signs - 1); }

/// Triangle, diamond, square, circle from weak to strong: the steadier the rounder. Each has its own tint, dark enough on every ring.
void draw_sign(std::vector<Shape>& shapes, int sign, double x, double y, double r) {
  static constexpr Colour tints[signs] = {{0.55, 0.09, 0.09}, {0.62, 0.31, 0.04}, {0.09, 0.33, 0.53}, {0.10, 0.36, 0.20}};
  const auto polygon = [&](std::vector<std::pair<double, double>> points) {
    shapes.push_back(Polyline{.points = std::move(points), .closed = true, .fill = tints[sign], .line = paper_white, .line_width = 1});
  };
  if (sign == 0) polygon({{x, y - 1.15 * r}, {x + 1.05 * r, y + 0.8 * r}, {x - 1.05 * r, y + 0.8 * r}});
  else if (sign == 1) polygon({{x, y - 1.15 * r}, {x + 1.15 * r, y}, {x, y + 1.15 * r}, {x - 1.15 * r, y}});
  else if (sign == 2)
    shapes.push_back(
        Box{.x = x - 0.88 * r, .y = y - 0.88 * r, .width = 1.76 * r, .height = 1.76 * r, .radius = 1, .fill = tints[2], .line = paper_white, .line_width = 1});
  else shapes.push_back(Circle{.x = x, .y = y, .radius = r, .fill = tints[3], .line = paper_white, .line_width = 1});
}

double sign_radius(double exposure) { return least_sign + (most_sign - least_sign) * std::sqrt(std::clamp(exposure, 0.0, 1.0)); }

/// Rings are grounds for text, hence pale: the colour of the level with much white in it.
Colour ring_colour(std::size_t zone, std::size_t zones) {
  const auto level = level_colour(static_cast<int>(zone) + 1, static_cast<int>(zones));
  constexpr double white = 0.56;
  return {level.red * (1 - white) + white, level.green * (1 - white) + white, level.blue * (1 - white) + white};
}

void check(const RadarSpec& spec) {
  const auto rising = [](const auto& one, const auto& other) { return one.from >= other.from; };
  const bool zoned = spec.zones.size() >= 2 && spec.zones.size() <= 6 && std::adjacent_find(spec.zones.begin(), spec.zones.end(), rising) == spec.zones.end();
  const auto placed = [&](const Point& point) { return point.sector < spec.sectors.size() && point.value >= 0 && std::isfinite(point.value); };
  if (zoned && spec.greatest > 0 && !spec.sectors.empty() && std::all_of(spec.points.begin(), spec.points.end(), placed)) return;
  throw Problem{ProblemKind::bad_input, tr("radar"), tr("The radar of the ecosystem does not fit together."),
                tr("It needs two to six zones in rising order, and for each stakeholder a category and a threat that is not negative.")};
}

class RadarDrawing {
public:
  RadarDrawing(const RadarSpec& spec, double width)
      : spec_{spec}, side_{std::clamp(width * 0.19, 60.0, 120.0)}, radius_{std::max(60.0, width / 2 - side_)}, centre_x_{width / 2},
        centre_y_{radius_ + room_at(-1)}, labels_{width, centre_y_ + radius_ + room_at(1)} {
    result_.drawing.width = width;
    result_.drawing.height = centre_y_ + radius_ + room_at(1);
  }

  MappedDrawing draw() {
    draw_rings();
    draw_sectors();
    draw_thresholds();
    draw_points();
    draw_legend();
    describe();
    return std::move(result_);
  }

private:
  struct Placed {
    const Point* point;
    double x, y, radius;
  };
  std::vector<Shape>& shapes() { return result_.drawing.shapes; }

  // Logarithmic: threat is a quotient of products, so that usual values, 0.2 to 4, would share a quarter of a linear axis and crowd at the rim.
  // In logarithms twice the threat is everywhere the same step towards the centre, and 1 (as reliable as exposed) stands half way.
  double distance(double value) const {
    const double least = spec_.greatest / range;
    return radius_ * (1 - std::log(std::clamp(value, least, spec_.greatest) / least) / std::log(range));
  }
  double sector_start(std::size_t sector) const { return -turn / 4 + turn * static_cast<double>(sector) / static_cast<double>(spec_.sectors.size()); }
  double sector_span() const { return turn / static_cast<double>(spec_.sectors.size()); }

  /// Whether the name of a sector stands above or below the circle rather than beside it.
  bool upright(std::size_t sector) const { return std::abs(std::cos(sector_start(sector) + sector_span() / 2)) < 0.2; }
  /// Above (-1) or below (1) the circle, for the names that stand there.
  double room_at(int end) const {
    for (std::size_t i = 0; i < spec_.sectors.size(); ++i)
      if (upright(i) && std::sin(sector_start(i) + sector_span() / 2) * end > 0) return 2 * name_size * 1.22 + 10;
    return 6;
  }

  void draw_rings() {
    for (std::size_t zone = 0; zone < spec_.zones.size(); ++zone) {
      const double r = zone == 0 ? radius_ : distance(spec_.zones[zone].from);
      shapes().push_back(
          Circle{.x = centre_x_, .y = centre_y_, .radius = r, .fill = ring_colour(zone, spec_.zones.size()), .line = paper_white, .line_width = 1.2});
    }
  }

  void draw_sectors() {
    const auto& style = figure_style();
    for (std::size_t i = 0; i < spec_.sectors.size(); ++i) {
      const double start = sector_start(i), middle = start + sector_span() / 2;
      if (spec_.sectors.size() > 1)
        shapes().push_back(Polyline{.points = {{centre_x_, centre_y_}, {centre_x_ + radius_ * std::cos(start), centre_y_ + radius_ * std::sin(start)}},
                                    .line = Colour{0.62, 0.66, 0.70},
                                    .line_width = 0.6});
      draw_sector_name(spec_.sectors[i], middle, upright(i), style.accent);
    }
  }

  void draw_sector_name(const std::string& name, double angle, bool upright, Colour colour) {
    const double across = std::cos(angle), down = std::sin(angle), x = centre_x_ + (radius_ + 8) * across, y = centre_y_ + (radius_ + 8) * down;
    const auto align = upright ? Label::Align::middle : across > 0 ? Label::Align::start : Label::Align::end;
    const double room = upright ? radius_ : across > 0 ? result_.drawing.width - x : x;
    const auto text = fitted_text(name, room, name_size, true, upright ? 2 : 4);
    const double top = std::clamp(y - text.height() * (upright ? (down < 0 ? 1 : 0) : 0.5 - 0.5 * down), 0.0, result_.drawing.height - text.height());
    draw_text(shapes(), text, x, top, align, true, colour);
    double wide = 0;
    for (const auto& line : text.lines) wide = std::max(wide, figure_text_width(line, text.size, true));
    const double left = align == Label::Align::middle ? x - wide / 2 : align == Label::Align::start ? x : x - wide;
    labels_.occupy({left - 4, top, left + wide + 4, top + text.height()});
  }

  // The rings say their bounds in figures on the upright line, and the legend repeats them: nothing hangs on colour.
  void draw_thresholds() {
    for (std::size_t zone = 1; zone < spec_.zones.size(); ++zone) {
      const auto text = decimal(spec_.zones[zone].from);
      const double wide = figure_text_width(text, 7, true) + 6, y = centre_y_ - distance(spec_.zones[zone].from);
      const Area area{centre_x_ - wide / 2, y - 5, centre_x_ + wide / 2, y + 5};
      shapes().push_back(Box{.x = area.left, .y = area.top, .width = wide, .height = 10, .radius = 5, .fill = paper_white, .line = figure_style().line});
      shapes().push_back(
          Label{.x = centre_x_, .y = y + 2.5, .size = 7, .text = text, .align = Label::Align::middle, .bold = true, .colour = figure_style().ink});
      labels_.occupy(area);
    }
  }

  /// By sector, greatest threat first: the order of reading.
  std::vector<const Point*> ordered() const {
    std::vector<const Point*> points;
    for (const auto& point : spec_.points) points.push_back(&point);
    std::stable_sort(points.begin(), points.end(), [](const Point* one, const Point* other) {
      return one->sector != other->sector ? one->sector < other->sector : one->value > other->value;
    });
    return points;
  }

  std::vector<Placed> placed() const {
    std::vector<std::size_t> in_sector(spec_.sectors.size()), seen(spec_.sectors.size());
    for (const auto& point : spec_.points) ++in_sector[point.sector];
    std::vector<Placed> placed;
    for (const auto* point : ordered()) {
      const auto count = in_sector[point->sector], i = seen[point->sector]++;
      // Neighbours in threat stand apart in angle: first the even ones, then the odd ones.
      const auto place = i % 2 == 0 ? i / 2 : (count + 1) / 2 + i / 2;
      const double share = 0.12 + 0.76 * (static_cast<double>(place) + 0.5) / static_cast<double>(count); // not on the lines between sectors
      const double angle = sector_start(point->sector) + sector_span() * share;
      const double r = distance(point->value);
      placed.push_back({point, centre_x_ + r * std::cos(angle), centre_y_ + r * std::sin(angle), sign_radius(point->exposure)});
    }
    return placed;
  }

  void draw_points() {
    const auto points = placed();
    for (const auto& [point, x, y, r] : points) labels_.occupy({x - r, y - r, x + r, y + r});
    for (const auto& [point, x, y, r] : points) draw_sign(shapes(), sign_of(point->reliability), x, y, r);
    for (const auto& [point, x, y, r] : points) {
      const FittedText text{figure_lines(point->label, 84, text_size, false, 2), text_size};
      if (!text.lines.empty()) draw_point_label(text, x, y, r);
      const double reach = std::max(7.0, r); // large enough for a finger
      result_.regions.push_back({x - reach, y - reach, 2 * reach, 2 * reach, point->key, point->name.empty() ? point->label : point->name});
    }
  }

  void draw_point_label(const FittedText& text, double x, double y, double r) {
    const auto& ink = figure_style().ink;
    double wide = 0;
    for (const auto& line : text.lines) wide = std::max(wide, figure_text_width(line, text.size));
    const auto area = labels_.place(x, y, r + 0.5, wide, text.height());
    const double near_x = std::clamp(x, area.left, area.right), near_y = std::clamp(y, area.top, area.bottom), apart = std::hypot(near_x - x, near_y - y);
    if (apart > r + 4)
      shapes().push_back(Polyline{.points = {{x + (near_x - x) * r / apart, y + (near_y - y) * r / apart}, {near_x, near_y}}, .line = ink, .line_width = 0.4});
    // Towards its point, so that two lines hold together with it.
    const auto align = area.left >= x ? Label::Align::start : area.right <= x ? Label::Align::end : Label::Align::middle;
    const double from = align == Label::Align::start ? area.left : align == Label::Align::end ? area.right : (area.left + area.right) / 2;
    draw_text(shapes(), text, from, area.top, align, false, ink);
  }

  std::string bounds_of(std::size_t zone) const {
    const auto from = decimal(spec_.zones[zone].from);
    if (zone + 1 == spec_.zones.size()) return tr("from {1}", {from});
    const auto to = decimal(spec_.zones[zone + 1].from);
    return zone == 0 ? tr("below {1}", {to}) : tr("{1} to {2}", {from, to});
  }

  // Zones on the left, the danger first; what the points say on the right.
  void draw_legend() {
    const auto& style = figure_style();
    auto& drawing = result_.drawing;
    const double top = drawing.height + 8, middle = drawing.width / 2 + 6;
    shapes().push_back(Polyline{.points = {{0, top - 5}, {drawing.width, top - 5}}, .line = style.line, .line_width = 0.6});
    double y = top + 4;
    for (std::size_t zone = spec_.zones.size(); zone-- > 0;) {
      shapes().push_back(Box{.x = 1, .y = y, .width = 16, .height = 10, .radius = 2, .fill = ring_colour(zone, spec_.zones.size()), .line = style.line});
      const auto bounds = bounds_of(zone);
      const double bounds_width = figure_text_width(bounds, legend_size);
      const auto name = figure_lines(spec_.zones[zone].name, middle - 36 - bounds_width, legend_size, true, 1);
      if (!name.empty()) shapes().push_back(Label{.x = 22, .y = y + 8, .size = legend_size, .text = name[0], .bold = true, .colour = style.ink});
      const double after = 28 + (name.empty() ? 0 : figure_text_width(name[0], legend_size, true));
      shapes().push_back(Label{.x = after, .y = y + 8, .size = legend_size, .text = bounds, .colour = style.ink});
      y += 15;
    }
    double right = top + 4;
    draw_scale(spec_.reliability_title, middle, right, signs, [&](int i, double x, double at) { draw_sign(shapes(), i, x, at, 5.5); });
    draw_scale(spec_.exposure_title, middle, right, 4, [&](int i, double x, double at) {
      shapes().push_back(Circle{.x = x, .y = at, .radius = sign_radius(i / 3.0), .fill = Colour{0.45, 0.49, 0.53}, .line = paper_white});
    });
    drawing.height = std::max(y, right);
  }

  template <typename Sign> void draw_scale(const std::string& title, double x, double& y, int steps, Sign sign) {
    if (title.empty()) return;
    const auto& style = figure_style();
    const auto text = fitted_text(title, result_.drawing.width - x, legend_size, true, 2);
    draw_text(shapes(), text, x, y, Label::Align::start, true, style.ink);
    y += text.height() + 11;
    const auto weak = tr("weak"), strong = tr("strong");
    double at = x + figure_text_width(weak, legend_size) + 14;
    shapes().push_back(Label{.x = x, .y = y + 3, .size = legend_size, .text = weak, .colour = style.ink});
    for (int i = 0; i < steps; ++i, at += 21) sign(i, at, y);
    shapes().push_back(Label{.x = at - 6, .y = y + 3, .size = legend_size, .text = strong, .colour = style.ink});
    y += 16;
  }

  void describe() {
    auto& text = result_.alternative;
    text = tr("Radar of the ecosystem: the nearer to the centre, the greater the threat.");
    for (std::size_t zone = spec_.zones.size(); zone-- > 0;) {
      std::vector<std::string> inside;
      for (const auto* point : ordered())
        if (zone_of(point->value) == zone) inside.push_back(tr("{1} ({2}, {3})", {point->label, spec_.sectors[point->sector], decimal(point->value)}));
      text += " " + tr("{1}, {2}: {3}.", {spec_.zones[zone].name, bounds_of(zone), inside.empty() ? tr("nobody") : joined(inside, ", ")});
    }
  }
  std::size_t zone_of(double value) const {
    std::size_t zone = spec_.zones.size() - 1;
    while (zone > 0 && value < spec_.zones[zone].from) --zone;
    return zone;
  }

  const RadarSpec& spec_;
  double side_, radius_, centre_x_, centre_y_;
  LabelPlaces labels_;
  MappedDrawing result_;
};

} // namespace

MappedDrawing draw_radar(const RadarSpec& spec, double width) {
  check(spec);
  constexpr double least_width = 260; // below it nothing finds room: drawn so wide, then made smaller
  auto radar = RadarDrawing{spec, std::max(width, least_width)}.draw();
  return width < least_width ? scaled(std::move(radar), width / least_width) : radar;
}

} // namespace hdskit::page
