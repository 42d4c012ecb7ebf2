#pragma once

#include "toolkit/page/drawing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::page {

// Figures that a person can point at: what is drawn, and what stands where. Paper only takes the drawing.

/// A part of a drawing that stands for something: a bubble of the matrix, a stakeholder, a node of a graph.
struct Region {
  double x = 0, y = 0, width = 0, height = 0; ///< points, as in the drawing
  std::string key;                            ///< what it stands for: "R12"; "2/3" for a cell
  std::string name;                           ///< read aloud, and shown when the pointer rests on it: everything that the figure tells of it
};

struct MappedDrawing {
  Drawing drawing;
  std::vector<Region> regions; ///< in reading order, so that the keyboard goes through them
  std::string alternative;     ///< everything that the figure shows, in words
};

/// A matrix of risks: gravity from left to right, likelihood upwards; cells coloured by class, with its symbol, and numbered bubbles in them.
struct RiskMatrixSpec {
  std::string title;                      ///< above it: "Risques initiaux"
  std::string horizontal, vertical;       ///< titles of the axes
  std::vector<std::string> columns, rows; ///< rows from bottom to top; at most 10 each
  std::vector<std::vector<int>> classes;  ///< [row][column], from 1
  std::vector<std::string> class_names;   ///< of class 1, 2, …; also the legend below
  struct Bubble {
    std::string key;     ///< "R12"
    std::string name;    ///< read aloud: "R12, rançongiciel, gravité 4, vraisemblance 3, niveau élevé"
    bool marked = false; ///< drawn strong: the one that is chosen
  };
  std::vector<std::vector<std::vector<Bubble>>> bubbles; ///< [row][column]
  std::vector<std::vector<std::size_t>> more;            ///< [row][column]: risks that stand there besides `bubbles`; may be empty
};
/// No cell ever shows more bubbles: a caller with thousands of risks may give the first of them and the number of the others in `more`.
constexpr std::size_t most_bubbles_shown = 120;
/// Bubbles that find no room in a cell are told as "+ 1 234". Cells are regions too, with the key "row/column" from 0; a cell comes before its bubbles.
/// The words that are not in `spec` are in the language of the thread (LanguageScope). Throws Problem bad_input when rows and columns do not fit together.
MappedDrawing draw_risk_matrix(const RiskMatrixSpec& spec, double width);
/// Two matrices beside each other, `gap` apart, with rows of the same height and one legend (that of `left`): initial beside residual.
MappedDrawing draw_risk_matrices(const RiskMatrixSpec& left, const RiskMatrixSpec& right, double width, double gap = 18);

/// Drawings beside each other, tops aligned, `gap` points apart.
MappedDrawing side_by_side(const MappedDrawing& left, const MappedDrawing& right, double gap);

/// The radar of the ecosystem: the nearer to the centre, the greater the threat. Sectors are categories; rings are zones from the outside in.
struct RadarSpec {
  struct Zone {
    std::string name; ///< "Zone de danger"
    double from = 0;  ///< lowest threat of the zone; zones in rising order, the first from 0
  };
  struct Point {
    std::string key, label, name; ///< label: short, beside the point; name: read aloud
    std::size_t sector = 0;
    double value = 0;       ///< threat, at least 0
    double exposure = 0;    ///< dependency × penetration, as the size of the point: 0 to 1
    double reliability = 0; ///< maturity × trust, 0 weak to 1 strong: symbol and tint, with a legend
  };
  std::vector<std::string> sectors;
  std::vector<Zone> zones; ///< two to six
  double greatest = 16;    ///< threat at the centre; what is beyond stands at the centre
  std::vector<Point> points;
  std::string exposure_title, reliability_title; ///< of the legend
};
MappedDrawing draw_radar(const RadarSpec& spec, double width);

/// A directed graph set in layers from left to right by Graphviz' dot.
struct GraphSpec {
  enum class Tone { plain, good, warning, danger, accent };
  enum class Form { box, round, diamond }; ///< diamond: a small joint that says AND or OR
  struct Node {
    std::string key, title, detail, name; ///< detail: a second, smaller line; name: read aloud
    Tone tone = Tone::plain;
    Form form = Form::box;
    std::string symbol;        ///< before the title, so that nothing is told by colour alone: "⚠"
    std::size_t column = none; ///< index in `columns`: nodes of a column stand below each other; none: wherever
  };
  struct Edge {
    std::string from, to, label;
    bool strong = false; ///< the path to be seen
    Tone tone = Tone::plain;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::string> columns; ///< headings above, from left to right: the phases of an attack; may be empty
  std::vector<Node> nodes;          ///< at most 2,000
  std::vector<Edge> edges;          ///< both ends exist; a cycle is drawn all the same
  double text_room = 88;            ///< points: how wide the words of a box may stand; narrower boxes grow taller
};
/// As wide as it needs; scale it down where it must fit. Throws Problem bad_input for too many nodes (2,000) or edges (10,000), two nodes of one key, or an
/// edge without an end.
MappedDrawing draw_graph(const GraphSpec& spec);

/// The same drawing smaller or larger.
Drawing scaled(const Drawing& drawing, double factor);
MappedDrawing scaled(MappedDrawing drawing, double factor);

/// A PNG with a white ground: `pixels_per_point` 2 is 144 dpi. Throws Problem bad_input above 100 million pixels or 32,000 on one side.
std::string png_of(const Drawing& drawing, double pixels_per_point);

} // namespace hdskit::page
