#pragma once

#include "toolkit/risk/scenario.hpp"

#include <string>
#include <vector>

namespace hdskit {

/// The elementary actions of one operational scenario, by their places in a list, and what comes before what. At most one edge between two actions.
struct ActionGraph {
  std::vector<std::vector<std::size_t>> before; ///< of each action: those that it comes after
  std::vector<std::size_t> order;               ///< every action after those that it comes after; shorter than `before` with a circle
  std::vector<std::size_t> circle;              ///< actions that come after each other, the first one again at the end; empty without a circle
  std::vector<bool> last;                       ///< nothing comes after it
  struct Astray {
    std::size_t action;
    std::string reference; ///< cited, but none of these actions bears it
  };
  std::vector<Astray> astray;
};

/// Linear in the number of actions and citations.
ActionGraph graph_of(const std::vector<const ElementaryAction*>& actions);

} // namespace hdskit
