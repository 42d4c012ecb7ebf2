#include "cli/command.hpp"

#include "cli/risk_view.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {reference_operand};
constexpr Option options[] = {referenced_kind_option};

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto found = find_referenced(workspace, context.arguments);
  workspace.change(context.acting(), [&](Change& change) { found.kind.remove(change, found.record.id); });
  const auto& reference = found.text("reference");
  if (context.json) print_json(context.out, json::object{{"removed", json_text(reference)}});
  else context.out << tr("Removed: {1} {2}, “{3}”.", {tr(found.kind.label), reference, title_of(found.kind, found.record)}) << '\n';
  return 0;
}

} // namespace

extern const Command risk_remove;
const Command risk_remove{
    .name = "risk remove",
    .summary = marked("Remove a risk, or another object of the study, that nothing cites any more"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
