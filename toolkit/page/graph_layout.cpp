#include "toolkit/page/graph_layout.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <graphviz/gvc.h>
#include <locale.h>
#include <memory>
#include <mutex>
#include <string>

namespace hdskit::page {
namespace {

constexpr double points_per_inch = 72;    // Graphviz takes sizes of nodes in inches
constexpr std::size_t quick_beyond = 300; // nodes; from here on dot's searches are bounded, or dense graphs take minutes
constexpr int steps_of_curve = 12;        // straight pieces of a Bézier curve
constexpr double anchor_size = 1;

char* loose(const char* text) { return const_cast<char*>(text); } // cgraph 2.42 takes char* and copies it

/// Graphviz reads its numbers with strtod: the comma of a French locale would cut them off. Only this thread is touched.
class PointAsDecimalSign {
public:
  PointAsDecimalSign() : own_{newlocale(LC_NUMERIC_MASK, "C", nullptr)}, before_{uselocale(own_)} {}
  ~PointAsDecimalSign() {
    uselocale(before_);
    if (own_ != nullptr) freelocale(own_);
  }
  PointAsDecimalSign(const PointAsDecimalSign&) = delete;
  PointAsDecimalSign& operator=(const PointAsDecimalSign&) = delete;

private:
  locale_t own_, before_;
};

std::string inches(double points) {
  char text[64];
  return {text, std::to_chars(text, text + sizeof text, points / points_per_inch, std::chars_format::fixed, 4).ptr};
}

/// Which edges close a cycle. They are laid out the other way round, so that a loop back never tears the columns apart.
class BackwardEdges {
public:
  explicit BackwardEdges(const GraphShape& graph)
      : graph_{graph}, out_(graph.columns + graph.nodes.size()), state_(out_.size()), backward_(graph.edges.size()) {
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) out_[group_of(graph.edges[edge].from)].push_back(edge);
    for (std::size_t start = 0; start < out_.size(); ++start) visit(start);
  }
  std::vector<bool> take() { return std::move(backward_); }

private:
  enum class State : unsigned char { unseen, open, done };
  struct Step {
    std::size_t group, next;
  };

  // A column is one place, whatever stands in it.
  std::size_t group_of(std::size_t node) const {
    const auto column = graph_.nodes[node].column;
    return column < graph_.columns ? column : graph_.columns + node;
  }

  void open(std::size_t group) {
    state_[group] = State::open;
    path_.push_back({group, 0});
    // The next column comes first: by then all columns are open, and every way back to one of them is seen as such.
    if (group + 1 < graph_.columns && state_[group + 1] == State::unseen) open(group + 1);
  }

  void visit(std::size_t start) {
    if (state_[start] == State::unseen) open(start);
    while (!path_.empty()) {
      auto& [group, next] = path_.back();
      if (next == out_[group].size()) {
        state_[group] = State::done;
        path_.pop_back();
        continue;
      }
      const auto edge = out_[group][next++];
      const auto to = group_of(graph_.edges[edge].to);
      if (to == group) continue; // within a column or on itself: no order to keep
      if (state_[to] == State::open) backward_[edge] = true;
      else if (state_[to] == State::unseen) open(to);
    }
  }

  const GraphShape& graph_;
  std::vector<std::vector<std::size_t>> out_;
  std::vector<State> state_;
  std::vector<bool> backward_;
  std::vector<Step> path_;
};

int silent(char*) { return 0; }

/// One for the life of the process: it holds the layout program that it has loaded.
GVC_t* context() {
  static GVC_t* const made = [] {
    agseterrf(silent); // a library prints nothing
    return gvContext();
  }();
  return made;
}

bool within_column(const GraphShape& shape, const GraphShape::Edge& edge) {
  return edge.from != edge.to && shape.nodes[edge.from].column < shape.columns && shape.nodes[edge.from].column == shape.nodes[edge.to].column;
}

class Layout {
public:
  /// `mirrored`: laid out upside down, which is a second chance for the order within columns.
  Layout(const GraphShape& shape, bool mirrored)
      : shape_{shape}, mirrored_{mirrored}, backward_{BackwardEdges{shape}.take()}, graph_{agopen(loose("g"), Agdirected, nullptr)} {
    for (std::size_t i = 0; mirrored && i < shape.edges.size(); ++i)
      if (within_column(shape, shape.edges[i])) backward_[i] = true;
    set_defaults();
    add_columns();
    for (std::size_t i = 0; i < shape.nodes.size(); ++i) add_node(i);
    for (std::size_t i = 0; i < shape.edges.size(); ++i) add_edge(i);
  }
  ~Layout() {
    if (laid_out_) gvFreeLayout(context(), graph_);
    agclose(graph_);
  }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;

  GraphPlaces places() {
    laid_out_ = gvLayout(context(), graph_, "dot") == 0;
    if (!laid_out_)
      throw Problem{ProblemKind::not_found, "Graphviz", tr("The graph cannot be laid out: Graphviz’ layout “dot” does not answer."),
                    tr("Install Graphviz’ library again, on Debian with the package libgvc6.")};
    const auto box = GD_bb(graph_);
    left_ = box.LL.x;
    top_ = mirrored_ ? box.LL.y : box.UR.y;
    GraphPlaces places;
    places.width = box.UR.x - box.LL.x;
    for (auto* node : nodes_) places.nodes.push_back(point(ND_coord(node)));
    for (std::size_t i = 0; i < edges_.size(); ++i) places.edges.push_back(line_of(edges_[i], backward_[i]));
    for (auto* anchor : anchors_) places.columns.push_back(point(ND_coord(anchor)).first);
    cut_height(places);
    return places;
  }

  // The specks of the columns stand at the top or at the foot, where nobody misses their rows.
  void cut_height(GraphPlaces& places) const {
    double top = places.nodes.empty() ? 0 : places.nodes[0].second, bottom = top;
    const auto hold = [&](double middle, double height) {
      top = std::min(top, middle - height / 2);
      bottom = std::max(bottom, middle + height / 2);
    };
    for (std::size_t i = 0; i < places.nodes.size(); ++i) hold(places.nodes[i].second, shape_.nodes[i].height);
    for (std::size_t i = 0; i < places.edges.size(); ++i) {
      for (const auto& point : places.edges[i].points) hold(point.second, 2);
      if (shape_.edges[i].label_width > 0) hold(places.edges[i].label.second, shape_.edges[i].label_height);
    }
    places.height = bottom - top;
    for (auto& node : places.nodes) node.second -= top;
    for (auto& line : places.edges) {
      for (auto& point : line.points) point.second -= top;
      line.label.second -= top;
    }
  }

private:
  void set(void* object, const char* name, const std::string& value) { agsafeset(object, loose(name), loose(value.c_str()), loose("")); }

  void set_defaults() {
    const auto declare = [&](int kind, std::initializer_list<std::pair<const char*, const char*>> values) {
      for (const auto& [name, value] : values) agattr(graph_, kind, loose(name), loose(value));
    };
    declare(AGRAPH, {{"rankdir", "LR"}, {"nodesep", "0.19"}, {"ranksep", "0.3"}, {"rank", ""}});
    declare(AGNODE, {{"shape", "box"}, {"label", ""}, {"fixedsize", "true"}, {"width", "0.1"}, {"height", "0.1"}});
    declare(AGEDGE, {{"arrowhead", "none"}, {"arrowtail", "none"}, {"label", ""}, {"style", ""}, {"weight", "1"}});
    if (shape_.nodes.size() > quick_beyond) declare(AGRAPH, {{"nslimit", "0.1"}, {"nslimit1", "0.1"}, {"mclimit", "0.02"}, {"splines", "line"}});
  }

  // A chain of specks keeps the columns in order, even those where nothing stands.
  void add_columns() {
    for (std::size_t i = 0; i < shape_.columns; ++i) {
      subgraphs_.push_back(agsubg(graph_, loose(("c" + std::to_string(i)).c_str()), 1));
      set(subgraphs_.back(), "rank", "same");
      anchors_.push_back(agnode(subgraphs_.back(), loose(("a" + std::to_string(i)).c_str()), 1));
      set_size(anchors_.back(), shape_.column_widths[i], anchor_size);
      if (i > 0) set(agedge(graph_, anchors_[i - 1], anchors_[i], nullptr, 1), "style", "invis");
    }
  }

  void set_size(Agnode_t* node, double width, double height) {
    set(node, "width", inches(width));
    set(node, "height", inches(height));
  }

  void add_node(std::size_t i) {
    const auto& node = shape_.nodes[i];
    auto* home = node.column < shape_.columns ? subgraphs_[node.column] : graph_;
    nodes_.push_back(agnode(home, loose(("n" + std::to_string(i)).c_str()), 1));
    set_size(nodes_.back(), node.width, node.height);
    if (node.diamond) set(nodes_.back(), "shape", "diamond");
  }

  void add_edge(std::size_t i) {
    const auto& edge = shape_.edges[i];
    auto *from = nodes_[edge.from], *to = nodes_[edge.to];
    if (backward_[i]) std::swap(from, to);
    edges_.push_back(agedge(graph_, from, to, loose(("e" + std::to_string(i)).c_str()), 1));
    if (edge.strong) set(edges_.back(), "weight", "4");
    if (edge.label_width > 0) keep_room(edges_.back(), edge.label_width, edge.label_height);
  }

  // A table without a word in it: the one way to tell dot the size of a label instead of its text.
  void keep_room(Agedge_t* edge, double width, double height) {
    const auto table = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\" fixedsize=\"true\" width=\"" +
                       std::to_string(std::lround(std::ceil(width))) + "\" height=\"" + std::to_string(std::lround(std::ceil(height))) +
                       "\"><tr><td></td></tr></table>";
    char* const markup = agstrdup_html(graph_, loose(table.c_str()));
    agset(edge, loose("label"), markup);
    agstrfree(graph_, markup);
  }

  GraphPlaces::Point point(pointf where) const { return {where.x - left_, mirrored_ ? where.y - top_ : top_ - where.y}; }

  static pointf on_curve(const pointf* p, double t) {
    const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x, a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
  }

  GraphPlaces::Line line_of(Agedge_t* edge, bool backward) const {
    GraphPlaces::Line line;
    const auto* splines = ED_spl(edge);
    if (splines != nullptr && splines->size > 0) {
      const auto& curve = splines->list[0];
      line.points.push_back(point(curve.list[0]));
      for (int i = 0; i + 3 < curve.size; i += 3)
        for (int step = 1; step <= steps_of_curve; ++step) line.points.push_back(point(on_curve(curve.list + i, static_cast<double>(step) / steps_of_curve)));
    } else {
      line.points = {point(ND_coord(agtail(edge))), point(ND_coord(aghead(edge)))};
    }
    if (backward) std::reverse(line.points.begin(), line.points.end());
    line.label = line.points[line.points.size() / 2];
    if (const auto* label = ED_label(edge); label != nullptr && label->set) line.label = point(label->pos);
    return line;
  }

  const GraphShape& shape_;
  bool mirrored_;
  std::vector<bool> backward_;
  Agraph_t* graph_;
  bool laid_out_ = false;
  double left_ = 0, top_ = 0;
  std::vector<Agraph_t*> subgraphs_;
  std::vector<Agnode_t*> anchors_, nodes_;
  std::vector<Agedge_t*> edges_;
};

/// Edges within a column that go against the reading.
std::size_t upward(const GraphShape& shape, const GraphPlaces& places) {
  return static_cast<std::size_t>(std::count_if(shape.edges.begin(), shape.edges.end(), [&](const GraphShape::Edge& edge) {
    return within_column(shape, edge) && places.nodes[edge.from].second > places.nodes[edge.to].second;
  }));
}

} // namespace

GraphPlaces placed_graph(const GraphShape& graph) {
  static std::mutex guard; // Graphviz keeps its state in globals
  const std::lock_guard lock{guard};
  const PointAsDecimalSign decimal;
  auto places = Layout{graph, false}.places();
  const auto wrong = upward(graph, places);
  if (wrong == 0 || graph.nodes.size() > quick_beyond) return places;
  auto mirrored = Layout{graph, true}.places();
  return upward(graph, mirrored) < wrong ? mirrored : places;
}

} // namespace hdskit::page
