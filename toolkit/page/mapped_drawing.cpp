#include "toolkit/page/mapped_drawing.hpp"

#include "toolkit/page/mapped_shapes.hpp"

#include <algorithm>

namespace hdskit::page {

Shape moved(Shape shape, double dx, double dy) {
  if (auto* line = std::get_if<Polyline>(&shape)) {
    for (auto& [x, y] : line->points) x += dx, y += dy;
    return shape;
  }
  const auto move = [&](auto& one) {
    if constexpr (requires { one.x; }) one.x += dx, one.y += dy;
  };
  std::visit(move, shape);
  return shape;
}

void add_moved(MappedDrawing& to, const MappedDrawing& part, double dx, double dy) {
  for (const auto& shape : part.drawing.shapes) to.drawing.shapes.push_back(moved(shape, dx, dy));
  for (auto region : part.regions) {
    region.x += dx;
    region.y += dy;
    to.regions.push_back(std::move(region));
  }
  to.drawing.width = std::max(to.drawing.width, part.drawing.width + dx);
  to.drawing.height = std::max(to.drawing.height, part.drawing.height + dy);
  if (!to.alternative.empty() && !part.alternative.empty()) to.alternative += " ";
  to.alternative += part.alternative;
}

MappedDrawing side_by_side(const MappedDrawing& left, const MappedDrawing& right, double gap) {
  MappedDrawing both = left;
  add_moved(both, right, left.drawing.width + gap, 0);
  return both;
}

namespace {

void scale(Box& box, double factor) {
  box.x *= factor, box.y *= factor, box.width *= factor, box.height *= factor, box.radius *= factor, box.line_width *= factor;
}
void scale(Polyline& line, double factor) {
  for (auto& [x, y] : line.points) x *= factor, y *= factor;
  line.line_width *= factor;
}
void scale(Circle& circle, double factor) { circle.x *= factor, circle.y *= factor, circle.radius *= factor, circle.line_width *= factor; }
void scale(Label& label, double factor) { label.x *= factor, label.y *= factor, label.size *= factor; }

} // namespace

Drawing scaled(const Drawing& drawing, double factor) {
  Drawing result = drawing;
  result.width *= factor;
  result.height *= factor;
  for (auto& shape : result.shapes) std::visit([&](auto& one) { scale(one, factor); }, shape);
  return result;
}

MappedDrawing scaled(MappedDrawing drawing, double factor) {
  drawing.drawing = scaled(drawing.drawing, factor);
  for (auto& region : drawing.regions) region.x *= factor, region.y *= factor, region.width *= factor, region.height *= factor;
  return drawing;
}

} // namespace hdskit::page
