#include "cli/command.hpp"

#include "cli/framework_options.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {framework_operand};

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto id = context.arguments.text("framework");
  workspace.change(context.acting(), [&](Change& change) { remove_framework(change, id); });
  if (context.json) print_json(context.out, json::object{{"removed", id}});
  else context.out << tr("The workspace does not keep {1} any more; answers to its items stay.", {id}) << '\n';
  return 0;
}

} // namespace

extern const Command framework_remove;
const Command framework_remove{
    .name = "framework remove",
    .summary = marked("Stop keeping a framework; answers stay"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
