#include "cli/command.hpp"

#include "cli/record_changes.hpp"
#include "cli/risk_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {risk_kind_option, risk_set_option};

int run(Context& context) {
  const auto& kind = chosen_kind(context.arguments);
  auto workspace = context.open_workspace();
  add_and_report(context, workspace, kind, read_risk_assignments(workspace, kind, context.arguments.all("set")));
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
