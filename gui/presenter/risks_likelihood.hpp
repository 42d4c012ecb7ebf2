#pragma once

#include "gui/presenter/cell.hpp"
#include "toolkit/risk/likelihood.hpp"

#include <vector>

namespace hdskit::gui {

/// The likelihood of an operational scenario, the method that found it, and why it is what it is: in a line or two.
std::vector<Cell> likelihood_in_words(const RiskScale& scale, const OperationalScenario& scenario, const Likelihood& likelihood);

} // namespace hdskit::gui
