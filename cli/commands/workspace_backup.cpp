#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/workspace/care.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file", .placeholder = marked("FILE"), .help = marked("The backup to make; nothing may stand there."), .kind = OptionKind::path, .required = true},
};

int run(Context& context) {
  const auto file = context.arguments.text("file");
  backup_workspace(context.open_workspace(), file, context.start_progress());
  if (context.json) print_json(context.out, json::object{{"backup", file}});
  else context.out << tr("The backup “{1}” was made and proven.", {file}) << '\n';
  return 0;
}

} // namespace

extern const Command workspace_backup;
const Command workspace_backup{
    .name = "workspace backup",
    .summary = marked("Copy the whole workspace, documents included, and prove the copy"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
