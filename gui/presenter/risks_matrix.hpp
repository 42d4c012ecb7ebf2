#pragma once

#include "gui/presenter/risks_register.hpp"
#include "toolkit/page/mapped_drawing.hpp"

namespace hdskit::gui {

// The matrices of the register, before and after treatment beside each other.

constexpr double matrices_width = 600; ///< points; the window shows them in the room that it has

/// `chosen`: reference of the risk that is drawn strong.
page::MappedDrawing register_figure(const RiskMap& map, std::string_view chosen = {});

/// What a region of the figure stands for. `key`: "row/column" from 0, or the reference of a risk.
struct PointedRisk {
  std::optional<RiskPlace> place;
  std::string reference; ///< "" : the place as a whole
};
PointedRisk pointed_risk(const RiskMap& map, const std::string& key, bool residual);
/// Whether the region belongs to the matrix after treatment, at the right.
bool is_residual(const page::Region& region, const page::MappedDrawing& figure);

} // namespace hdskit::gui
