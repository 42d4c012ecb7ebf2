#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/risk_map.hpp"

namespace hdskit::gui::pages {

/// Another scale or matrix for the study: shows which risks would move, then takes it or not.
void choose_scale(const Desk& desk, wxWindow* owner, std::shared_ptr<const RiskMap> map);

} // namespace hdskit::gui::pages
