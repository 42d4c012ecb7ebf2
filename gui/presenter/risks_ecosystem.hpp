#pragma once

#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/page/mapped_drawing.hpp"

#include <string>
#include <string_view>

namespace hdskit::gui {

// The stakeholders of the ecosystem: how much of a threat each is, now and once the measures are there.

/// The greatest threat first, those that are not rated last; the key is the reference.
ListRows stakeholder_rows(const RiskMap& map, std::string_view words = {});

/// The radar; without regions when nothing is rated.
page::MappedDrawing ecosystem_figure(const RiskMap& map, bool residual);

/// “12 stakeholders: 3 in the danger zone, 2 not rated”, or what one does first.
Cell ecosystem_sentence(const RiskMap& map, bool residual);

} // namespace hdskit::gui
