#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/record_changes.hpp"
#include "cli/records.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {access_target_operand};
constexpr Option options[] = {
    {.name = "set",
     .placeholder = marked("FIELD=VALUE"),
     .help = marked("Gives a field its value; an empty value empties it. “hdskit access target fields” lists them."),
     .required = true,
     .repeatable = true},
};

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto found = find_access_record(workspace, HostedEndpoint::type().kind, context.arguments.text("target"));
  edit_and_report(context, workspace, found, read_assignments(workspace, found.kind, context.arguments.all("set")));
  return 0;
}

} // namespace

extern const Command access_target_edit;
const Command access_target_edit{
    .name = "access target edit",
    .summary = marked("Change what is recorded of a declared endpoint"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
