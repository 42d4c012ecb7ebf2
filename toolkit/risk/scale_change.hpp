#pragma once

#include "toolkit/risk/assessment.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// What another scale or matrix would do to the register, before anybody decides.
struct ScaleMove {
  std::string reference, name;
  int initial_before = 0, initial_after = 0; ///< levels, each on its own scale
  int residual_before = 0, residual_after = 0;
};
struct ScaleChange {
  RiskScale from, to;
  std::vector<ScaleMove> moves; ///< risks whose rank among the levels rises or falls (compared by the share of the scale when it has another number of levels)
  std::size_t unmoved = 0;
  bool regrades = false; ///< the scales have different numbers of grades: grades are rewritten, rounded up so that nothing is understated
  Study after;           ///< the study on the new scale
};
ScaleChange preview_scale(const Study& study, const RiskScale& to);

/// Keeps `to` as the workspace's scale and rewrites grades where it must, in one change. Throws Problem refused when the study is no longer the one previewed.
void apply_scale(Change& change, const ScaleChange& previewed);

} // namespace hdskit
