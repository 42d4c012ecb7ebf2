#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/organisation_options.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {kind_operand, record_operand};
constexpr Option options[] = {set_option};

int run(Context& context) {
  const auto& kind = record_kind(context.arguments.text("kind"));
  auto workspace = context.open_workspace();
  const auto id = find_by_words(workspace, kind, context.arguments.text("record")).id;
  const auto assignments = read_assignments(workspace, kind, context.arguments.all("set"));
  workspace.change(context.acting(), [&](Change& change) { kind.edit(change, id, assignments); });
  const auto record = kind.find(workspace, id);
  if (context.json) print_json(context.out, record_json(kind, record));
  else context.out << tr("Changed: {1} “{2}”, number {3}.", {tr(kind.label), title_of(kind, record), std::to_string(id)}) << '\n';
  return 0;
}

} // namespace

extern const Command organisation_edit;
const Command organisation_edit{
    .name = "organisation edit",
    .summary = marked("Change fields of a record"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
