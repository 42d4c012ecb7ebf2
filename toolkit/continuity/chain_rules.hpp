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
  std::string_view id;  ///< "backup-period-above-rpo"
  const char* sentence; ///< what it looks for (marked message)
  const char* reason;   ///< why it matters, with its source (marked message)
};
std::span<const ContinuityRule> continuity_rules();

/// What is promised or planned in a crisis does not last longer: beyond it, or below 0, a duration is absurd. The store itself takes 0 to 10 years.
constexpr Minutes longest_sensible_duration{366 * 24 * 60};

/// Everything that contradicts itself or cannot be kept, in the order of the rules, then of the records. In the current language. Pure; linear in the size
/// of the file but for the paths. Of several broken promises above one thing the tightest is told. The path of a finding that lies on no way is empty.
std::vector<ChainFinding> check_continuity(const Continuity& continuity, Date today);

} // namespace hdskit
