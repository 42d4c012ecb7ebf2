#include "cli/command.hpp"

#include "cli/catalogue.hpp"
#include "cli/context.hpp"
#include "cli/help.hpp"
#include "cli/manual.hpp"
#include "toolkit/base/text.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "command",
     .placeholder = marked("COMMAND"),
     .help = marked("The command whose manual page is wanted, such as dossier build."),
     .repeatable = true},
};

int run(Context& context) {
  const auto name = joined(context.arguments.all("command"), " ");
  const int width = text_width(context.surroundings.output_width);
  if (name.empty()) print_overview(context.out, width);
  else if (const auto* command = find_command(name)) print_manual(context.out, *command, width);
  else if (!commands_of(name).empty()) print_noun(context.out, name, width);
  else refuse_command(name);
  return 0;
}

} // namespace

extern const Command help;
const Command help{
    .name = "help",
    .summary = marked("Show the commands, or the manual page of one"),
    .operands = operands,
    .run = run,
};

} // namespace hdskit::cli::commands
