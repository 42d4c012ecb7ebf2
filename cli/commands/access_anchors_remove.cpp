#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/record_changes.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {access_anchor_operand};

int run(Context& context) {
  auto workspace = context.open_workspace();
  remove_and_report(context, workspace, find_access_record(workspace, TrustAnchor::type().kind, context.arguments.text("anchor")));
  return 0;
}

} // namespace

extern const Command access_anchors_remove;
const Command access_anchors_remove{
    .name = "access anchors remove",
    .summary = marked("Trust an authority no longer"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
