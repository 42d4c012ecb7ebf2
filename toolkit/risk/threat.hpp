#pragma once

#include "toolkit/risk/study.hpp"

#include <optional>

namespace hdskit {

/// (dependency × penetration) / (maturity × trust), from 1/16 to 16 on grades from 1 to 4; nothing when one of the four is not rated.
std::optional<double> threat_of(const Stakeholder& stakeholder);
/// The same once the measures are there: residual grades where they are given, the others where not.
std::optional<double> residual_threat_of(const Stakeholder& stakeholder);

/// The zone of a threat: index into scale.zones, or nothing when it lies below the first (out of the perimeter).
std::optional<std::size_t> zone_of(const RiskScale& scale, double threat);

/// The pertinence of a pair of source and objective: forced, or the mean of motivation, resources and activity rounded up, so that it is never understated;
/// 0 when one of the three is not rated.
int pertinence_of(const SourceObjective& pair);
int computed_pertinence_of(const SourceObjective& pair);

} // namespace hdskit
