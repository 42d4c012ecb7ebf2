#include "cli/command.hpp"

#include "cli/continuity_view.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/known_references.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "reference", .placeholder = marked("PLAN"), .help = marked("The reference of the plan, such as PC1."), .required = true},
};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto number = record_referenced(workspace, continuity_kind(ContinuityPlan::type().kind), context.arguments.text("reference"));
  const auto continuity = read_continuity(workspace);
  const auto plan = std::ranges::find(continuity.plans, ContinuityPlanId{number}, &ContinuityPlan::id);
  const auto schedule = schedule_of(continuity, *plan);
  if (context.json) print_json(context.out, schedule_json(*plan, schedule));
  else print_schedule(context, *plan, schedule);
  return schedule.cycle.empty() ? 0 : 1;
}

} // namespace

extern const Command continuity_plan;
const Command continuity_plan{
    .name = "continuity plan",
    .summary = marked("Show the steps of a plan in order, its critical path and the planned recovery time"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
