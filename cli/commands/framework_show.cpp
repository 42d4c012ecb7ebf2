#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/regime_view.hpp"
#include "toolkit/requirements/known_frameworks.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {framework_operand};

int run(Context& context) {
  const auto checklist = framework_called(workspace_if_named(context), context.arguments.text("framework"));
  if (context.json) print_json(context.out, framework_json(checklist));
  else print_framework(context, checklist);
  return 0;
}

} // namespace

extern const Command framework_show;
const Command framework_show{
    .name = "framework show",
    .summary = marked("Show the items of a framework and the plan of its dossier"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
