#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/continuity_map.hpp"
#include "gui/presenter/rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// What stands below the list of exercises.
enum class ExerciseView { chronicle, corrections, programme, coverage };
std::vector<std::string> exercise_views(); ///< in their order, for people

/// Exercises, the latest first: when, what was achieved, how it stands.
ListRows exercise_rows(const ContinuityMap& map);
/// How many were held in twelve months, or what to do first.
Cell exercises_sentence(const ContinuityMap& map);

/// `exercise`: reference of the chosen one, whose chronicle it is. Keys of chronicle and corrections are those of records; of the programme those of exercises;
/// of the coverage "" .
ListRows exercise_view_rows(const ContinuityMap& map, ExerciseView view, std::string_view exercise);
/// What the rows amount to: years without exercise, what was never tried, the rule of 66 %.
std::vector<Cell> exercise_view_sentences(const ContinuityMap& map, ExerciseView view, std::string_view exercise);

} // namespace hdskit::gui
