#include "toolkit/dossier/exercise_results.hpp"

#include "tests/continuity/small_hospital.hpp"

#include <gmock/gmock.h>

using namespace hdskit;

namespace {

Date today() { return *Date::of(2026, 11, 22); }

Minutes result_of(const Continuity& all, std::string_view reference) {
  for (const auto& result : exercise_results(all, today()))
    if (result.reference == reference) return result.achieved;
  return Minutes{-1};
}

ExerciseEntry restored(std::string at, std::string text, std::string step = {}) {
  return {.exercise = "EX1", .at = std::move(at), .text = std::move(text), .step = std::move(step), .kind = ExerciseEntry::Kind::restored};
}

} // namespace

TEST(ExerciseResults, a_service_takes_the_time_of_the_whole_exercise_where_no_line_tells_of_it) { EXPECT_EQ(result_of(sound_hospital(), "DPI").count, 200); }

TEST(ExerciseResults, the_line_that_names_a_service_counts_from_the_first_line) {
  auto all = sound_hospital();
  all.entries.push_back(restored("2026-06-02T10:30:00", "DPI ouvert ; fiche signée."));
  EXPECT_EQ(result_of(all, "DPI").count, 90);
}

TEST(ExerciseResults, a_code_within_another_word_is_not_meant) {
  auto all = sound_hospital();
  all.entries.push_back(restored("2026-06-02T10:30:00", "DPIX ouvert."));
  EXPECT_EQ(result_of(all, "DPI").count, 200);
}

TEST(ExerciseResults, a_line_brings_back_what_its_step_restores) {
  auto all = sound_hospital();
  all.entries.push_back(restored("2026-06-02T10:00:00", "Serveur rendu.", "ET2"));
  EXPECT_EQ(result_of(all, "CMP2").count, 60);
  EXPECT_EQ(result_of(all, "CMP1").count, -1) << "never tried";
}

TEST(ExerciseResults, the_latest_exercise_counts_and_one_to_come_does_not) {
  auto all = sound_hospital();
  auto later = all.exercises[0], to_come = all.exercises[0];
  later.reference = "EX2", later.held_on = day(2026, 9, 1), later.achieved_rto = Minutes{150};
  to_come.reference = "EX3", to_come.held_on = day(2026, 12, 1), to_come.achieved_rto = Minutes{10};
  all.exercises = {to_come, all.exercises[0], later};
  EXPECT_EQ(result_of(all, "DPI").count, 150);
}
