#pragma once

#include "gui/presenter/risk_map.hpp"

#include <string>
#include <vector>

class wxWindow;

namespace hdskit::gui::pages {

/// Scenarios of the catalogue that the person wants in the register; none when they gave up.
struct WantedScenarios {
  std::vector<std::string> ids;
  bool with_measures = true;
};
WantedScenarios ask_scenarios(wxWindow* owner, const Study& study);

} // namespace hdskit::gui::pages
