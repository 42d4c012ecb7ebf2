#pragma once

#include "toolkit/risk/scale.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// An event that the risk assessment of a certified host has to consider (référentiel HDS v2, EXI 05), or a part of one; in our own words.
struct MinimumEvent {
  std::string id; ///< "D"; "D.a"
  ScaleWord title;
  std::vector<std::string> parts; ///< ids; of an event as a whole
};

/// A to H, each followed by its parts.
std::span<const MinimumEvent> minimum_events();

/// What two ways to write the same event share: "D.a", "d a", "EXI 05 D.a".
std::string minimum_event_key(std::string_view text);

} // namespace hdskit
