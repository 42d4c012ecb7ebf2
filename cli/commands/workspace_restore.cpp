#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/workspace/care.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "backup",
     .placeholder = marked("BACKUP"),
     .help = marked("A file made by “hdskit workspace backup”."),
     .kind = OptionKind::path,
     .required = true},
    {.name = "location",
     .placeholder = marked("LOCATION"),
     .help = marked("Where the workspace is made again; nothing may stand there."),
     .kind = OptionKind::path,
     .required = true},
};

int run(Context& context) {
  const auto backup = context.arguments.text("backup"), location = context.arguments.text("location");
  restore_workspace(backup, location, context.acting(), context.start_progress());
  if (context.json) print_json(context.out, json::object{{"location", location}});
  else context.out << tr("The workspace “{1}” was restored from “{2}”.", {location, backup}) << '\n';
  return 0;
}

} // namespace

extern const Command workspace_restore;
const Command workspace_restore{
    .name = "workspace restore",
    .summary = marked("Make a workspace again from a backup"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
