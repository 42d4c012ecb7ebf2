#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hdskit::page {

/// Red, green, blue from 0 to 1, in sRGB.
struct Colour {
  double red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

// A drawing in points (1/72 inch), origin at its top left, y growing downwards. Enough for matrices, charts and plans.
struct Box {
  double x = 0, y = 0, width = 0, height = 0, radius = 0;
  std::optional<Colour> fill, line;
  double line_width = 0.6;
};
struct Polyline {
  std::vector<std::pair<double, double>> points;
  bool closed = false;
  std::optional<Colour> fill, line = Colour{};
  double line_width = 0.6;
};
struct Circle {
  double x = 0, y = 0, radius = 0;
  std::optional<Colour> fill, line;
  double line_width = 0.6;
};
struct Label {
  enum class Align { start, middle, end };
  double x = 0, y = 0; ///< y is the base line
  double size = 8;     ///< points
  std::string text;    ///< one line
  Align align = Align::start;
  bool bold = false;
  Colour colour;
  double rotation = 0; ///< degrees, counter-clockwise: 90 reads upwards
};
using Shape = std::variant<Box, Polyline, Circle, Label>;

struct Drawing {
  double width = 0, height = 0;
  std::vector<Shape> shapes;
};

} // namespace hdskit::page
