#pragma once

#include "toolkit/risk/study_index.hpp"

#include <vector>

namespace hdskit {

/// Where a risk stands, before or after treatment.
struct Standpoint {
  int gravity = 0, likelihood = 0; ///< 0: not rated, or rated by assets
  int level = 0;                   ///< what counts: declared, or that of the method; 0: unknown
  int computed_level = 0;          ///< that of the method
  std::int64_t asset_value = 0;    ///< impact × threat × vulnerability, RiskMethod::asset; 0: not rated
  bool declared() const { return level != 0 && level != computed_level; }
};

struct RiskAssessment {
  const Risk* risk = nullptr;
  Standpoint initial, residual;  ///< residual: where no residual grade is given, the initial one stays
  bool from_scenario = false;    ///< gravity or likelihood come from the scenario that it grew into
  bool residual_rated = false;   ///< somebody judged what remains
  bool needs_acceptance = false; ///< residual level above what the scale bears, or accepted as it is
  bool accepted = false;         ///< signed: by whom and when
};

/// Gravity and likelihood of a risk that names a scenario and has none of its own come from the scenario.
RiskAssessment assess(const StudyIndex& index, const Risk& risk);
/// All of them, in the order of the register. Linear in the size of the study.
std::vector<RiskAssessment> assess_risks(const StudyIndex& index);

/// The references of risks by their place: [likelihood - 1][gravity - 1].
struct RiskMatrix {
  std::vector<std::vector<std::vector<std::string>>> initial, residual;
  std::vector<std::string> outside; ///< not rated, out of scale, or rated by assets: in no cell of one or both
};
RiskMatrix matrix_of(const RiskScale& scale, const std::vector<RiskAssessment>& assessments);

/// The gravest first: residual level, then initial level, gravity, likelihood; equals by reference.
std::vector<const RiskAssessment*> gravest(const std::vector<RiskAssessment>& assessments, std::size_t count);

} // namespace hdskit
