#pragma once

#include "toolkit/base/finding.hpp"
#include "toolkit/continuity/dependency_graph.hpp"
#include "toolkit/continuity/exercise_programme.hpp"

namespace hdskit {

/// A finding with the way that shows why: references from the promise down to what breaks it.
struct ChainFinding {
  Finding finding;
  std::vector<std::string> path;
};

struct ContinuityRule {
  std::string_view id; ///< "backup-period-above-rpo"
  const char* sentence; ///< what it looks for (marked message)
  const char* reason;   ///< why it matters, with its source (marked message)
};
std::span<const ContinuityRule> continuity_rules();

/// Everything that contradicts itself or cannot be kept, in the order of the rules, then of the records. In the current language. Pure; linear in the size
/// of the file but for the paths. Rules: circles; orphans (an activity without service, a component that nothing needs, a dependency that leads nowhere);
/// RTO of a service above that of the activity less manual resume time; RTO of infrastructure above the smallest above it; backup period above the RPO;
/// an RPO with no backup below; measured restore above RTO; RTO above MTPD; negative or absurd durations; an activity without RTO, RPO or MTPD; impact that falls
/// with time; MTPD later than an unbearable impact; never tested, or not in twelve months (unproven); a plan without decision maker, criteria, steps, approval, or with its review past; a deputy
/// who is the holder; steps in a circle, without owner or duration; planned recovery time above an RTO it covers; degraded mode shorter than the recovery; what no plan
/// covers; what was never exercised; achieved times above the objective; corrective actions without owner, date, or late; empty directory; a card without actions.
std::vector<ChainFinding> check_continuity(const Continuity& continuity, Date today);

} // namespace hdskit
