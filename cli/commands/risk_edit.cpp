#include "cli/command.hpp"

#include "cli/risk_view.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {reference_operand};
constexpr Option options[] = {referenced_kind_option, risk_set_option};

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto found = find_referenced(workspace, context.arguments);
  const auto assignments = read_risk_assignments(workspace, found.kind, context.arguments.all("set"));
  workspace.change(context.acting(), [&](Change& change) { found.kind.edit(change, found.record.id, assignments); });
  const ReferencedRecord changed{found.kind, found.kind.find(workspace, found.record.id)};
  if (context.json) print_json(context.out, record_json(changed.kind, changed.record));
  else context.out << tr("Changed: {1} {2}, “{3}”.", {tr(changed.kind.label), changed.text("reference"), title_of(changed.kind, changed.record)}) << '\n';
  return 0;
}

} // namespace

extern const Command risk_edit;
const Command risk_edit{
    .name = "risk edit",
    .summary = marked("Change fields of a risk, or of another object of the study"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
