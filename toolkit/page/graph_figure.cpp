#include "toolkit/page/mapped_drawing.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"
#include "toolkit/page/graph_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace hdskit::page {
namespace {

using Node = GraphSpec::Node;
using Tone = GraphSpec::Tone;
using Form = GraphSpec::Form;

constexpr std::size_t most_nodes = 2'000, most_edges = 10'000;
constexpr double title_size = 8, detail_size = 7, label_size = 7, heading_size = 8.5; // 7 points is the least that is read in print
constexpr double side = 6, above = 5, margin = 10, heading_height = 20, heading_gap = 12;

/// Ground, border and letters of a tone. The contrast of letters is at least 4.5 in each.
struct Paint {
  Colour fill, line, ink;
};
const Paint& paint_of(Tone tone) {
  static constexpr Colour ink{0.11, 0.13, 0.16};
  static constexpr Paint paints[] = {
      {paper_white, {0.47, 0.53, 0.58}, ink},                // plain
      {{0.90, 0.96, 0.88}, {0.22, 0.47, 0.24}, ink},         // good
      {{1.00, 0.94, 0.80}, {0.70, 0.44, 0.03}, ink},         // warning
      {{0.99, 0.89, 0.87}, {0.66, 0.22, 0.16}, ink},         // danger
      {{0.05, 0.29, 0.46}, {0.05, 0.29, 0.46}, paper_white}, // accent
  };
  return paints[static_cast<std::size_t>(tone)];
}

struct NodeText {
  FittedText title, detail;
  double height() const { return title.height() + (detail.lines.empty() ? 0 : detail.height() + 1.5); }
};

double width_of(const FittedText& text, bool bold) {
  double width = 0;
  for (const auto& line : text.lines) width = std::max(width, figure_text_width(line, text.size, bold));
  return width;
}

class GraphDrawing {
public:
  explicit GraphDrawing(const GraphSpec& spec) : spec_{spec} {
    check();
    size_nodes();
    size_edges();
    shape_.columns = spec.columns.size();
    for (const auto& column : spec.columns) shape_.column_widths.push_back(std::min(figure_text_width(column, heading_size, true), spec.text_room) + 2 * side);
    places_ = placed_graph(shape_);
    top_ = margin + (spec.columns.empty() ? 0 : heading_height + heading_gap);
  }

  MappedDrawing draw() {
    result_.drawing.width = places_.width + 2 * margin;
    result_.drawing.height = places_.height + top_ + margin;
    draw_columns();
    // What must be seen lies above: plain lines, strong lines, then the nodes.
    for (const bool strong : {false, true})
      for (std::size_t i = 0; i < spec_.edges.size(); ++i)
        if (spec_.edges[i].strong == strong) draw_edge(i);
    for (std::size_t i = 0; i < spec_.edges.size(); ++i) draw_edge_label(i);
    for (const auto i : reading_order()) draw_node(i);
    describe();
    return std::move(result_);
  }

private:
  std::vector<Shape>& shapes() { return result_.drawing.shapes; }
  GraphPlaces::Point at(GraphPlaces::Point point) const { return {point.first + margin, point.second + top_}; }

  void check() {
    if (spec_.nodes.size() > most_nodes || spec_.edges.size() > most_edges)
      throw Problem{ProblemKind::bad_input, tr("graph"),
                    tr("The graph has {1} nodes and {2} links; it may have {3} and {4}.",
                       {std::to_string(spec_.nodes.size()), std::to_string(spec_.edges.size()), std::to_string(most_nodes), std::to_string(most_edges)}),
                    tr("Show a part of it.")};
    for (std::size_t i = 0; i < spec_.nodes.size(); ++i)
      if (!index_.emplace(spec_.nodes[i].key, i).second)
        throw Problem{ProblemKind::bad_input, spec_.nodes[i].key, tr("The graph has two nodes “{1}”.", {spec_.nodes[i].key}),
                      tr("Give each its own reference.")};
  }

  std::size_t end_of(const std::string& key, const GraphSpec::Edge& edge) const {
    const auto found = index_.find(key);
    if (found == index_.end())
      throw Problem{ProblemKind::bad_input, key, tr("The link from “{1}” to “{2}” ends at “{3}”, which is not in the graph.", {edge.from, edge.to, key}),
                    tr("Add what is missing, or remove the link.")};
    return found->second;
  }

  void size_nodes() {
    double box_width = 56;
    for (const auto& node : spec_.nodes) {
      const auto title = node.symbol.empty() ? node.title : node.symbol + "\u00A0" + node.title;
      const double room = node.form == Form::diamond ? 40 : spec_.text_room;
      const std::size_t more = spec_.text_room < 80 ? 2 : 0; // lines: a narrow box says as much as a wide one
      texts_.push_back({fitted_text(title, room, title_size, true, node.form == Form::diamond ? 1 : 4 + more),
                        node.form == Form::diamond ? FittedText{} : fitted_text(node.detail, room, detail_size, false, 3 + more)});
      if (node.form != Form::diamond)
        box_width = std::max(box_width, std::max(width_of(texts_.back().title, true), width_of(texts_.back().detail, false)) + 2 * side);
    }
    for (std::size_t i = 0; i < spec_.nodes.size(); ++i) {
      const auto& node = spec_.nodes[i];
      const bool diamond = node.form == Form::diamond;
      const double round = node.form == Form::round ? 6 : 0;                                   // room for the round ends
      const double width = diamond ? width_of(texts_[i].title, true) + 20 : box_width + round; // boxes of one width make straight columns
      shape_.nodes.push_back(
          {.width = width, .height = diamond ? 22 : std::max(24.0, texts_[i].height() + 2 * above), .column = node.column, .diamond = diamond});
    }
  }

  void size_edges() {
    for (const auto& edge : spec_.edges) {
      labels_.push_back(fitted_text(edge.label, 60, label_size, false, 2));
      const auto& label = labels_.back();
      shape_.edges.push_back({.from = end_of(edge.from, edge),
                              .to = end_of(edge.to, edge),
                              .label_width = label.lines.empty() ? 0 : width_of(label, false) + 6,
                              .label_height = label.lines.empty() ? 0 : label.height() + 3,
                              .strong = edge.strong});
    }
  }

  // A pale band under each column, its name in a bar that points to the next: phases follow each other.
  void draw_columns() {
    const auto& style = figure_style();
    for (std::size_t i = 0; i < places_.columns.size(); ++i) {
      double half = shape_.column_widths[i] / 2;
      for (const auto& node : shape_.nodes)
        if (node.column == i) half = std::max(half, node.width / 2);
      half += 5;
      const double x = places_.columns[i] + margin, left = x - half, right = x + half, point = 6;
      shapes().push_back(
          Box{.x = left, .y = margin / 2 + 2, .width = 2 * half, .height = result_.drawing.height - margin - 2, .radius = 5, .fill = style.pale});
      shapes().push_back(
          Polyline{.points = {{left, 3}, {right, 3}, {right + point, 3 + heading_height / 2}, {right, 3 + heading_height}, {left, 3 + heading_height}},
                   .closed = true,
                   .fill = style.accent,
                   .line = std::nullopt});
      auto text = fitted_text(spec_.columns[i], 2 * half - 6, heading_size, true, 1);
      if (!text.lines.empty() && text.lines[0].ends_with("…")) text = fitted_text(spec_.columns[i], 2 * half - 6, 7.5, true, 2);
      draw_text(shapes(), text, x, 3 + (heading_height - text.height()) / 2, Label::Align::middle, true, paper_white);
      result_.drawing.width = std::max(result_.drawing.width, right + point + 2);
    }
  }

  void draw_edge(std::size_t i) {
    const auto& edge = spec_.edges[i];
    std::vector<std::pair<double, double>> line;
    for (const auto& point : places_.edges[i].points) line.push_back(at(point));
    const auto colour = paint_of(edge.tone).line;
    const double width = edge.strong ? 2 : 0.9, head = edge.strong ? 8 : 6;
    const auto tip = line.back();
    const auto base = shortened(line, head);
    const double length = std::hypot(tip.first - base.first, tip.second - base.second);
    if (line.size() > 1) shapes().push_back(Polyline{.points = line, .line = colour, .line_width = width});
    if (length < 0.1) return;
    const double across = (tip.first - base.first) / length * head * 0.42, down = (tip.second - base.second) / length * head * 0.42;
    shapes().push_back(Polyline{.points = {tip, {base.first - down, base.second + across}, {base.first + down, base.second - across}},
                                .closed = true,
                                .fill = colour,
                                .line = std::nullopt});
  }

  /// Takes `length` off the end of the line; gives its new end.
  static std::pair<double, double> shortened(std::vector<std::pair<double, double>>& line, double length) {
    const auto tip = line.back();
    auto far = [&](const std::pair<double, double>& point) { return std::hypot(point.first - tip.first, point.second - tip.second); };
    while (line.size() > 2 && far(line[line.size() - 2]) <= length) line.pop_back();
    const auto before = line[line.size() - 2];
    const double rest = std::hypot(line.back().first - before.first, line.back().second - before.second), away = far(before);
    const double share = rest > 0 ? std::clamp((away - length) / std::max(away, 1e-6), 0.0, 1.0) : 0;
    line.back() = {before.first + (tip.first - before.first) * share, before.second + (tip.second - before.second) * share};
    return line.back();
  }

  void draw_edge_label(std::size_t i) {
    const auto& text = labels_[i];
    if (text.lines.empty()) return;
    const auto [x, y] = at(places_.edges[i].label);
    draw_text(shapes(), text, x, y - text.height() / 2, Label::Align::middle, false, figure_style().ink);
  }

  std::vector<std::size_t> reading_order() const {
    std::vector<std::size_t> order(spec_.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
      const auto &a = places_.nodes[one], &b = places_.nodes[other];
      return std::llround(a.first) != std::llround(b.first) ? a.first < b.first : a.second < b.second;
    });
    return order;
  }

  void draw_node(std::size_t i) {
    const auto& node = spec_.nodes[i];
    const auto [x, y] = at(places_.nodes[i]);
    const double w = shape_.nodes[i].width, h = shape_.nodes[i].height;
    const auto& paint = paint_of(node.tone);
    const double line = node.tone == Tone::plain ? 0.8 : 1.3;
    if (node.form == Form::diamond)
      shapes().push_back(Polyline{.points = {{x - w / 2, y}, {x, y - h / 2}, {x + w / 2, y}, {x, y + h / 2}},
                                  .closed = true,
                                  .fill = paint.fill,
                                  .line = paint.line,
                                  .line_width = line});
    else
      shapes().push_back(Box{.x = x - w / 2,
                             .y = y - h / 2,
                             .width = w,
                             .height = h,
                             .radius = node.form == Form::round ? h / 2 : 4.0,
                             .fill = paint.fill,
                             .line = paint.line,
                             .line_width = line});
    const auto& text = texts_[i];
    const double top = y - text.height() / 2;
    draw_text(shapes(), text.title, x, top, Label::Align::middle, true, paint.ink);
    if (!text.detail.lines.empty()) draw_text(shapes(), text.detail, x, top + text.title.height() + 1.5, Label::Align::middle, false, paint.ink);
    result_.regions.push_back({x - w / 2, y - h / 2, w, h, node.key, node.name.empty() ? node.title : node.name});
  }

  static std::string said(const Node& node) { return node.detail.empty() ? node.title : tr("{1} ({2})", {node.title, node.detail}); }

  void describe() {
    auto& text = result_.alternative;
    text = tr("Graph from left to right.");
    for (std::size_t column = 0; column < spec_.columns.size(); ++column) {
      std::vector<std::string> inside;
      for (const auto& node : spec_.nodes)
        if (node.column == column) inside.push_back(said(node));
      text += " " + tr("{1}: {2}.", {spec_.columns[column], inside.empty() ? tr("nothing") : joined(inside, ", ")});
    }
    std::vector<std::string> outside;
    for (const auto& node : spec_.nodes)
      if (node.column >= spec_.columns.size()) outside.push_back(said(node));
    if (!outside.empty()) text += " " + tr("{1}: {2}.", {spec_.columns.empty() ? tr("Nodes") : tr("Besides"), joined(outside, ", ")});
    for (std::size_t i = 0; i < spec_.edges.size(); ++i) {
      const auto &from = spec_.nodes[shape_.edges[i].from].title, &to = spec_.nodes[shape_.edges[i].to].title;
      text +=
          " " + (spec_.edges[i].label.empty() ? tr("“{1}” leads to “{2}”.", {from, to}) : tr("“{1}” leads to “{2}”: {3}.", {from, to, spec_.edges[i].label}));
    }
  }

  const GraphSpec& spec_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<NodeText> texts_;
  std::vector<FittedText> labels_;
  GraphShape shape_;
  GraphPlaces places_;
  double top_ = 0;
  MappedDrawing result_;
};

} // namespace

MappedDrawing draw_graph(const GraphSpec& spec) { return GraphDrawing{spec}.draw(); }

} // namespace hdskit::page
