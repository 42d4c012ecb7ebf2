#include "cli/command.hpp"

#include "cli/organisation_options.hpp"
#include "cli/written_file.hpp"
#include "toolkit/exchange/record_sheet.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {kind_operand};
constexpr Option options[] = {table_output_option};

int run(Context& context) {
  const auto& kind = record_kind(context.arguments.text("kind"));
  hand_over_workbook(context, context.arguments.text("output"));
  deliver_table(context, kind_sheet(context.open_workspace(), kind));
  return 0;
}

} // namespace

extern const Command organisation_export;
const Command organisation_export{
    .name = "organisation export",
    .summary = marked("Write all records of a kind as a table that a spreadsheet opens"),
    .operands = operands,
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
