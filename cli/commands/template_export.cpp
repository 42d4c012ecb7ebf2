#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/written_file.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "template", .placeholder = marked("TEMPLATE"), .help = marked("Its name, as “hdskit template list” shows it."), .required = true},
};
constexpr Option options[] = {output_option};

} // namespace

extern const Command template_export;
const Command template_export{
    .name = "template export",
    .summary = marked("Write a template as Markdown, to be edited"),
    .operands = operands,
    .options = options,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
