#pragma once

#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/risk_map.hpp"

namespace hdskit::gui::pages {

/// A tab of the page “Risks”. To send the person to another record, whichever tab shows it: desk.go_to("risks", "measure:MS4").
using RisksPane = TabPane<RiskMap>;

} // namespace hdskit::gui::pages
