#pragma once

#include <string_view>
#include <vector>

namespace hdskit {

/// The regimes of procedures (shipped_regime_ids) by which a hospital is granted what a framework is about; none: nobody grants anything.
std::vector<std::string_view> procedures_of_framework(std::string_view framework);

} // namespace hdskit
