#pragma once

#include "toolkit/base/date.hpp"

#include <optional>
#include <string_view>

namespace hdskit {

/// A moment as backup tools write it (ISO 8601, RFC 3339): "2026-11-22T17:15:00.596929212+01:00", with a blank instead of the T, with Z, or with neither, which
/// is then UTC. Fractions of a second are dropped. Nothing for any other text.
std::optional<Instant> read_iso_instant(std::string_view text);

} // namespace hdskit
