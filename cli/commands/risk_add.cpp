#include "cli/command.hpp"

#include "cli/risk_view.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {risk_kind_option, risk_set_option};

int run(Context& context) {
  const auto& kind = chosen_kind(context.arguments);
  auto workspace = context.open_workspace();
  const auto assignments = read_risk_assignments(workspace, kind, context.arguments.all("set"));
  std::int64_t id = 0;
  workspace.change(context.acting(), [&](Change& change) { id = kind.add(change, assignments); });
  const ReferencedRecord added{kind, kind.find(workspace, id)};
  if (context.json) print_json(context.out, record_json(kind, added.record));
  else context.out << tr("Recorded: {1} {2}, “{3}”.", {tr(kind.label), added.text("reference"), title_of(kind, added.record)}) << '\n';
  return 0;
}

} // namespace

extern const Command risk_add;
const Command risk_add{
    .name = "risk add",
    .summary = marked("Record a risk, a measure or another object of the study"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
