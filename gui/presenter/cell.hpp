#pragma once

#include <string>

namespace hdskit::gui {

/// What a colour would say; the text beside it always says it too.
enum class Tone { neutral, good, warning, bad, faint };

struct Cell {
  std::string text;
  Tone tone = Tone::neutral;
  bool operator==(const Cell&) const = default;
};

} // namespace hdskit::gui
