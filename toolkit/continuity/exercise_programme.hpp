#pragma once

#include "toolkit/continuity/continuity.hpp"

namespace hdskit {

/// What was exercised, and what never was.
struct ExerciseCoverage {
  std::string reference, name; ///< of an activity, service, component or plan
  std::string kind;            ///< word of its kind
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
struct GroupShare {
  double share = 0; ///< 0 to 1 of the combined activity volume that is known
  std::vector<std::string> covered, uncovered, unknown; ///< names of entities; unknown: without a volume
  bool applies = false; ///< there are several entities
  bool met = false;
};
constexpr double least_group_share = 0.66;
GroupShare group_share(const Continuity& continuity, Date today);

/// How an exercise went, from its chronicle.
struct ChronicleLine {
  const ExerciseEntry* entry = nullptr;
  std::optional<Minutes> since_start; ///< since the first line
};
std::vector<ChronicleLine> chronicle_of(const Continuity& continuity, std::string_view exercise);

} // namespace hdskit
