#include "cli/command.hpp"

#include "cli/exercise_view.hpp"
#include "cli/procedure_view.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/known_references.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "reference",
     .placeholder = marked("EXERCISE"),
     .help = marked("The exercise to show with its chronicle, such as EX1 (default: all of them, what they cover, and the programme of three years).")},
};
constexpr Option options[] = {today_option};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto continuity = read_continuity(workspace);
  if (!context.arguments.has("reference")) {
    if (context.json) print_json(context.out, exercises_json(continuity, context.date_or_today()));
    else print_exercises(context, continuity, context.date_or_today());
    return 0;
  }
  const auto number = record_referenced(workspace, continuity_kind(Exercise::type().kind), context.arguments.text("reference"));
  const auto& exercise = *std::ranges::find(continuity.exercises, ExerciseId{number}, &Exercise::id);
  if (context.json) print_json(context.out, exercise_json(continuity, exercise));
  else print_exercise(context, continuity, exercise);
  return 0;
}

} // namespace

extern const Command continuity_exercise;
const Command continuity_exercise{
    .name = "continuity exercise",
    .summary = marked("Show the exercises, what they cover and the programme of three years, or one with its chronicle"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
