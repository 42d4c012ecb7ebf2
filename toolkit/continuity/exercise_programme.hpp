#pragma once

#include "toolkit/continuity/continuity.hpp"

#include <chrono>
#include <functional>

namespace hdskit {

constexpr int months_until_unproven = 12; ///< ReCyF objective 13, PGSSI-S 7.4: tests at least yearly

Date months_before(Date day, int months); ///< the last day of the month when it has no such day
bool was_held(const Exercise& exercise, Date today);
bool is_recent(const std::optional<Date>& test, Date today); ///< within the last twelve months, and not to come

/// What was exercised, and what never was: activities, services, components, then plans, in the order recorded.
struct ExerciseCoverage {
  std::string reference, name;    ///< of an activity, service, component or plan
  std::string kind;               ///< word of its kind
  std::optional<Date> last, next; ///< held, planned
  std::vector<std::string> exercises;
  bool proven = false; ///< held within the last twelve months
};
std::vector<ExerciseCoverage> exercise_coverage(const Continuity& continuity, Date today);

/// The exercises of three years from the first of January of `first_year`, by planned or held day; and the years that hold none.
struct ExerciseProgramme {
  int first_year = 0;
  std::vector<std::vector<const Exercise*>> years; ///< three
  std::vector<int> empty_years;
};
ExerciseProgramme exercise_programme(const Continuity& continuity, int first_year);

/// The rule of groups (CaRE domain 2, O1): legal entities whose activities have a plan that was exercised must carry at least 66 % of the combined activity.
/// An entity counts from its first such activity on; an activity that names no entity counts for none, unless there is one entity alone.
struct GroupShare {
  double share = 0;                                     ///< 0 to 1 of the combined activity volume that is known
  std::vector<std::string> covered, uncovered, unknown; ///< names of entities; unknown: without a volume
  bool applies = false;                                 ///< there are several entities
  bool met = false;                                     ///< never with a volume unknown: the share cannot be told then
};
constexpr double least_group_share = 0.66;
GroupShare group_share(const Continuity& continuity, Date today);
GroupShare group_share(const Continuity& continuity, const std::function<bool(const ContinuityPlan&)>& counts); ///< the same of any plans: those approved, …

/// Seconds since 1970 of "2026-03-12T14:05:30" or "2026-03-12T14:05", taken as it stands: local times of one day are compared with each other only.
std::optional<std::chrono::sys_seconds> moment_of(std::string_view at);

/// How an exercise went, from its chronicle: in the order of the moments; those that cannot be read last.
struct ChronicleLine {
  const ExerciseEntry* entry = nullptr;
  std::optional<Minutes> since_start; ///< since the first line
};
std::vector<ChronicleLine> chronicle_of(const Continuity& continuity, std::string_view exercise);

} // namespace hdskit
