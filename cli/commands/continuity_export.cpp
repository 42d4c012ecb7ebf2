#include "cli/command.hpp"

#include "cli/continuity_options.hpp"
#include "cli/written_file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/exchange/record_sheet.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    continuity_kind_option,
    {.name = "output",
     .placeholder = marked("FILE"),
     .help = marked("Where to write it: all records when the name ends in .json, otherwise a table of one kind: a workbook when it ends in .xlsx, or CSV "
                    "(default: CSV on standard output)."),
     .kind = OptionKind::path},
};

int run(Context& context) {
  const auto file = context.arguments.text("output");
  if (folded(file).ends_with(".json")) {
    if (context.arguments.has("kind"))
      throw Problem{ProblemKind::bad_input, "kind", tr("A JSON document holds records of all kinds."), tr("Leave out --kind.")};
    deliver(context, continuity_text(read_continuity(context.open_workspace())));
    return 0;
  }
  const auto& kind = chosen_continuity_kind(context.arguments);
  hand_over_workbook(context, file);
  deliver_table(context, labelled_sheet(context.open_workspace(), kind));
  return 0;
}

} // namespace

extern const Command continuity_export;
const Command continuity_export{
    .name = "continuity export",
    .summary = marked("Write one kind of record of continuity as a table, or all of them as JSON"),
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
