#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/organisation_options.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {kind_operand};
constexpr Option options[] = {set_option};

int run(Context& context) {
  const auto& kind = record_kind(context.arguments.text("kind"));
  auto workspace = context.open_workspace();
  const auto assignments = read_assignments(workspace, kind, context.arguments.all("set"));
  std::int64_t id = 0;
  workspace.change(context.acting(), [&](Change& change) { id = kind.add(change, assignments); });
  const auto record = kind.find(workspace, id);
  if (context.json) print_json(context.out, record_json(kind, record));
  else context.out << tr("Recorded: {1} “{2}”, number {3}.", {tr(kind.label), title_of(kind, record), std::to_string(id)}) << '\n';
  return 0;
}

} // namespace

extern const Command organisation_add;
const Command organisation_add{
    .name = "organisation add",
    .summary = marked("Record a site, a service, a person or another part of the organisation"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
