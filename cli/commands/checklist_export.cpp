#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/written_file.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "checklist", .placeholder = marked("CHECKLIST"), .help = marked("Its name, such as agrement-2006."), .required = true},
};
constexpr Option options[] = {output_option};

int run(Context& context) {
  deliver(context, shipped_checklist(context.arguments.text("checklist")));
  return 0;
}

} // namespace

extern const Command checklist_export;
const Command checklist_export{
    .name = "checklist export",
    .summary = marked("Write a checklist of the program as XML, to be edited"),
    .operands = operands,
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
