#include "toolkit/page/drawing_painter.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hdskit::page {
namespace {

constexpr double arc = 0.5523; // control points of a quarter of a circle by a Bézier curve, share of the radius

class DrawingPainter {
public:
  explicit DrawingPainter(ContentStream& stream) : s_{stream} {}

  void draw(const Box& box) {
    if (!begin_paint(box.fill, box.line, box.line_width)) return;
    const double r = std::min({box.radius, box.width / 2, box.height / 2});
    if (r <= 0) return s_.rectangle(box.x, box.y, box.width, box.height, paint_operator(box.fill, box.line));
    const double x0 = box.x, y0 = box.y, x1 = box.x + box.width, y1 = box.y + box.height, k = r * (1 - arc);
    move(x0 + r, y0), line(x1 - r, y0), curve(x1 - k, y0, x1, y0 + k, x1, y0 + r);
    line(x1, y1 - r), curve(x1, y1 - k, x1 - k, y1, x1 - r, y1);
    line(x0 + r, y1), curve(x0 + k, y1, x0, y1 - k, x0, y1 - r);
    line(x0, y0 + r), curve(x0, y0 + k, x0 + k, y0, x0 + r, y0);
    finish(true, box.fill, box.line);
  }

  void draw(const Circle& circle) {
    if (!begin_paint(circle.fill, circle.line, circle.line_width)) return;
    const double x = circle.x, y = circle.y, r = circle.radius, k = r * arc;
    move(x + r, y), curve(x + r, y + k, x + k, y + r, x, y + r), curve(x - k, y + r, x - r, y + k, x - r, y);
    curve(x - r, y - k, x - k, y - r, x, y - r), curve(x + k, y - r, x + r, y - k, x + r, y);
    finish(true, circle.fill, circle.line);
  }

  void draw(const Polyline& polyline) {
    if (polyline.points.size() < 2 || !begin_paint(polyline.fill, polyline.line, polyline.line_width)) return;
    bool first = true;
    for (const auto& [x, y] : polyline.points) {
      if (first) move(x, y);
      else line(x, y);
      first = false;
    }
    finish(polyline.closed, polyline.fill, polyline.line);
  }

private:
  static std::string_view paint_operator(const std::optional<Colour>& fill, const std::optional<Colour>& line) { return fill && line ? "B" : fill ? "f" : "S"; }

  bool begin_paint(const std::optional<Colour>& fill, const std::optional<Colour>& line, double width) {
    if (fill) s_.fill(*fill);
    if (line) s_.stroke(*line, width);
    return fill.has_value() || line.has_value();
  }
  void finish(bool closed, const std::optional<Colour>& fill, const std::optional<Colour>& line) {
    if (closed) s_.raw("h ");
    s_.raw(paint_operator(fill, line));
    s_.raw("\n");
  }
  void move(double x, double y) { s_.point(x, y), s_.raw("m "); }
  void line(double x, double y) { s_.point(x, y), s_.raw("l "); }
  void curve(double x1, double y1, double x2, double y2, double x3, double y3) { s_.point(x1, y1), s_.point(x2, y2), s_.point(x3, y3), s_.raw("c\n"); }

  ContentStream& s_;
};

/// `text`: one line, its base line starting at the label's point.
void paint_label(ContentStream& stream, TextPainter& painter, const Label& label, const TextBlock& text, double page_height) {
  if (text.line_count == 0) return;
  const auto& line = text.lines[0];
  const double width = painter.width_of_line(text, line);
  const double angle = label.rotation * std::numbers::pi / 180;
  const double start = label.align == Label::Align::end ? -width : label.align == Label::Align::middle ? -width / 2 : 0;
  stream.save();
  stream.matrix(std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), label.x, page_height - label.y);
  painter.show_line(text, line, start, page_height, label.colour);
  stream.restore();
}

} // namespace

void paint_drawing(ContentStream& stream, TextPainter& text, const FigureBox& figure, double x, double y, double page_height) {
  const auto scale = static_cast<double>(figure.scale);
  stream.save();
  // The drawing's top left corner is the page's after this: a point (px, py) from the page's top left goes to (x + s px, y + s py).
  stream.matrix(scale, 0, 0, scale, x, page_height - y - scale * page_height);
  DrawingPainter painter{stream};
  std::size_t next_label = 0;
  for (const auto& shape : figure.drawing->shapes) {
    if (const auto* label = std::get_if<Label>(&shape)) paint_label(stream, text, *label, figure.labels[next_label++], page_height);
    else if (const auto* box = std::get_if<Box>(&shape)) painter.draw(*box);
    else if (const auto* circle = std::get_if<Circle>(&shape)) painter.draw(*circle);
    else painter.draw(std::get<Polyline>(shape));
  }
  stream.restore();
}

} // namespace hdskit::page
