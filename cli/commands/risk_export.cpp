#include "cli/command.hpp"

#include "cli/risk_options.hpp"
#include "cli/written_file.hpp"
#include "toolkit/exchange/risk_sheet.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {risk_kind_option, table_output_option};

int run(Context& context) {
  const auto& kind = chosen_kind(context.arguments);
  hand_over_workbook(context, context.arguments.text("output"));
  deliver_table(context, risk_sheet(context.open_workspace(), kind));
  return 0;
}

} // namespace

extern const Command risk_export;
const Command risk_export{
    .name = "risk export",
    .summary = marked("Write the register, or another kind of object of the study, as a table that a spreadsheet opens"),
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
