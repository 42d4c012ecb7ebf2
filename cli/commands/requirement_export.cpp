#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/written_file.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/exchange/requirement_csv.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {framework_option, table_output_option};

int run(Context& context) {
  hand_over_workbook(context, context.arguments.text("output"));
  const auto workspace = context.open_workspace();
  deliver_table(context, requirement_sheet(chosen_checklist(workspace, context.arguments), all_answers(workspace), all_evidence(workspace)));
  return 0;
}

} // namespace

extern const Command requirement_export;
const Command requirement_export{
    .name = "requirement export",
    .summary = marked("Write the items and their answers as a table that a spreadsheet opens"),
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
