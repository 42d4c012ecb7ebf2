#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace hdskit::page {

/// What a graph's layout needs to know: sizes in points, never a text. Layers go from left to right.
struct GraphShape {
  static constexpr std::size_t no_column = static_cast<std::size_t>(-1);
  struct Node {
    double width = 0, height = 0;
    std::size_t column = no_column; ///< nodes of a column stand below each other
    bool diamond = false;           ///< lines end at its slanted sides
  };
  struct Edge {
    std::size_t from = 0, to = 0;             ///< indices of nodes
    double label_width = 0, label_height = 0; ///< room to keep beside the line; 0: no label
    bool strong = false;                      ///< drawn straighter than others
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::size_t columns = 0;
  std::vector<double> column_widths; ///< of the headings; as many as `columns`
};

struct GraphPlaces {
  using Point = std::pair<double, double>; ///< y grows downwards
  double width = 0, height = 0;
  std::vector<Point> nodes; ///< centres
  struct Line {
    std::vector<Point> points; ///< from the border of `from` to that of `to`
    Point label;               ///< its centre
  };
  std::vector<Line> edges;
  std::vector<double> columns; ///< their middles, from left to right
};

/// Graphviz' dot. The same graph gives the same places. Safe on any thread: one at a time. Throws Problem not_found when Graphviz' layout is not installed.
GraphPlaces placed_graph(const GraphShape& graph);

} // namespace hdskit::page
