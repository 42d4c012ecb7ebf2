#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::cli {

/// The candidate that is nearest to `word` by letters to insert, drop, replace or swap; "" when none is near enough to be meant.
std::string closest(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace hdskit::cli
