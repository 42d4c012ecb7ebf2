#pragma once

#include <string_view>

namespace hdskit {

/// Whether the whole name is as the pattern says: `*` stands for any bytes, `?` for one, everything else for itself. Time grows with the product of both
/// lengths.
bool matches_pattern(std::string_view name, std::string_view pattern);

} // namespace hdskit
