#include "toolkit/risk/threat.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::optional<double> quotient(Rating dependency, Rating penetration, Rating maturity, Rating trust) {
  if (std::min({dependency, penetration, maturity, trust}).value < 1) return std::nullopt;
  return static_cast<double>(dependency.value * penetration.value) / static_cast<double>(maturity.value * trust.value);
}

Rating kept(Rating residual, Rating initial) { return residual ? residual : initial; }

} // namespace

std::optional<double> threat_of(const Stakeholder& stakeholder) {
  return quotient(stakeholder.dependency, stakeholder.penetration, stakeholder.maturity, stakeholder.trust);
}

std::optional<double> residual_threat_of(const Stakeholder& stakeholder) {
  return quotient(kept(stakeholder.residual_dependency, stakeholder.dependency), kept(stakeholder.residual_penetration, stakeholder.penetration),
                  kept(stakeholder.residual_maturity, stakeholder.maturity), kept(stakeholder.residual_trust, stakeholder.trust));
}

std::optional<std::size_t> zone_of(const RiskScale& scale, double threat) {
  // Thresholds are written with a few decimals, threats are quotients: one that lies on a threshold has reached it.
  constexpr double tolerance = 1e-9;
  std::optional<std::size_t> zone;
  for (std::size_t i = 0; i < scale.zones.size() && threat + tolerance >= scale.zones[i].from; ++i) zone = i;
  return zone;
}

int computed_pertinence_of(const SourceObjective& pair) {
  if (std::min({pair.motivation, pair.resources, pair.activity}).value < 1) return 0;
  return static_cast<int>((pair.motivation.value + pair.resources.value + pair.activity.value + 2) / 3);
}

int pertinence_of(const SourceObjective& pair) { return pair.pertinence ? static_cast<int>(pair.pertinence.value) : computed_pertinence_of(pair); }

} // namespace hdskit
