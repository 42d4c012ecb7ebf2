#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// “Did you mean …?” with the candidate closest to `word`, shown behind `prefix`; `otherwise` when none is near enough to be meant.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates, const std::string& otherwise, std::string_view prefix = {});

} // namespace hdskit
