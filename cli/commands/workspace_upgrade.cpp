#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/workspace/care.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto location = context.location();
  const auto copy = upgrade_workspace(location, context.acting());
  if (context.json) print_json(context.out, json::object{{"location", location}, {"copy", copy}});
  else context.out << tr("The workspace “{1}” is up to date.", {location}) << '\n';
  if (!context.json && !copy.empty()) context.out << tr("A copy of what it was is kept in “{1}”.", {copy}) << '\n';
  return 0;
}

} // namespace

extern const Command workspace_upgrade;
const Command workspace_upgrade{
    .name = "workspace upgrade",
    .summary = marked("Bring the workspace of an older hdskit to this version"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
