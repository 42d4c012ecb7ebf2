#pragma once

#include <cstddef>
#include <vector>

namespace hdskit {

/// For each node of a directed graph the nodes that its arrows lead to, in the order recorded.
using Arrows = std::vector<std::vector<std::size_t>>;

/// The nodes in groups in which each leads to each other, most of them alone; a group stands before those that its arrows lead to. Within a group by number.
/// Linear (Tarjan, 1972).
std::vector<std::vector<std::size_t>> strong_groups(const Arrows& arrows);

/// Every circle of the graph once, none through a node twice: from its lowest node on, that one again at the end. At most `most` of them; the time for each
/// is linear in the size of the graph (Johnson, 1975).
std::vector<std::vector<std::size_t>> circuits_of(const Arrows& arrows, std::size_t most);

} // namespace hdskit
