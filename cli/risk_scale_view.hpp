#pragma once

#include "cli/risk_matrix_view.hpp"
#include "toolkit/risk/scale_change.hpp"

namespace hdskit::cli {

/// Matrix, grades, levels and zones, with their meanings.
void print_scale(Context& context, const RiskScale& scale);
/// Those that come with the program.
void print_scale_list(Context& context);

/// Which risks another scale moves.
void print_scale_change(Context& context, const ScaleChange& change);
json::object scale_change_json(const ScaleChange& change);

} // namespace hdskit::cli
