#pragma once

#include "toolkit/risk/scale.hpp"

#include <string_view>
#include <vector>

namespace hdskit {

/// The words of the grades of a field of the study, 1 first: those of gravity, of likelihood or of the levels; nullptr when it is no grade, or one without
/// words (the maturity of a stakeholder).
const std::vector<ScaleWord>* grade_words(const RiskScale& scale, std::string_view kind, std::string_view field);

} // namespace hdskit
