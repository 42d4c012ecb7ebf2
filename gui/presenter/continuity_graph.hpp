#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/continuity_map.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/page/mapped_drawing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// What a node needs and what needs it, as far as it can be seen at once.
struct DependencyFigure {
  std::string reference;          ///< of the node in the middle; "" : nothing depends on anything yet
  std::string title;              ///< “DPI – Dossier patient”
  std::vector<Cell> sentences;    ///< its state and promises; what is not drawn
  page::MappedDrawing drawing;    ///< keys are references
  std::vector<std::size_t> nodes; ///< that are drawn
};
constexpr std::size_t most_nodes_drawn = 20;

/// The node, the ways on which a promise to it or by it is broken and, ring by ring, what is above and below it until the drawing is full.
DependencyFigure dependency_figure(const ContinuityMap& map, std::string_view reference);
/// Where a person begins: the first node whose promise is not kept, else the first activity; "" : there is no node.
std::string first_node(const ContinuityMap& map);

/// All that dependencies can lead to: reference, name, state; the key is the reference.
ListRows node_rows(const ContinuityMap& map, std::string_view words = {});
/// What the check found about what is drawn, that about the node in the middle first; keys are places in ContinuityMap::findings,
/// as check_reason() reads them.
ListRows figure_finding_rows(const ContinuityMap& map, const DependencyFigure& figure);
std::string finding_node(const ContinuityMap& map, std::string_view key); ///< the node to follow to; "" when the finding is about none

/// The ways that a person went through the graph.
class GraphTrail {
public:
  const std::string& here() const { return here_; }
  void go(const std::string& reference); ///< nothing when one is there already
  void settle(const ContinuityMap& map); ///< forgets nodes that have gone; begins at first_node() when none is left
  bool can_go_back() const { return !behind_.empty(); }
  void back();

private:
  std::string here_;
  std::vector<std::string> behind_;
};

} // namespace hdskit::gui
