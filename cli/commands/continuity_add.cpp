#include "cli/command.hpp"

#include "cli/continuity_options.hpp"
#include "cli/record_changes.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {continuity_kind_option, continuity_set_option};

int run(Context& context) {
  const auto& kind = chosen_continuity_kind(context.arguments);
  auto workspace = context.open_workspace();
  add_and_report(context, workspace, kind, read_assignments(workspace, kind, context.arguments.all("set")));
  return 0;
}

} // namespace

extern const Command continuity_add;
const Command continuity_add{
    .name = "continuity add",
    .summary = marked("Record an activity, or another kind of record of continuity"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
