#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/written_file.hpp"
#include "toolkit/backup/result_file.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/file_restore_test.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {backup_source_operand};
constexpr Option options[] = {output_option};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  SourcePlan plan{.source = find_source(workspace, context.arguments.text("source")), .objectives = {}, .workspace_mark = workspace_mark(workspace)};
  plan.objectives = objectives_of(plan.source, read_continuity(workspace));
  deliver(context, plan_text(plan));
  return 0;
}

} // namespace

extern const Command backup_source_export;
const Command backup_source_export{
    .name = "backup source export",
    .summary = marked("Write the plan by which a machine that does not reach the workspace tests a source"),
    .operands = operands,
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
