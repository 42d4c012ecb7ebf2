#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace hdskit {

/// For each stage the one that it waits for, by place; nothing: an event starts it.
using Waits = std::vector<std::optional<std::size_t>>;

struct StageOrder {
  std::vector<std::size_t> order;                ///< of the stages that are reached: each after the one it waits for, otherwise as they stand
  std::vector<std::vector<std::size_t>> circles; ///< stages that wait for each other, each circle once, from its first stage
  std::vector<std::size_t> unreachable;          ///< stages outside of a circle that wait for one
};

StageOrder stage_order(const Waits& waits);

} // namespace hdskit
