#include "cli/command.hpp"

#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "template", .placeholder = marked("TEMPLATE"), .help = marked("Its name, as “hdskit template list” shows it."), .required = true},
    {.name = "file", .placeholder = marked("FILE"), .help = marked("The edited text; left out with --original."), .kind = OptionKind::path},
};
constexpr Option options[] = {
    {.name = "original", .placeholder = nullptr, .help = marked("Go back to the template of the program."), .kind = OptionKind::flag},
};

} // namespace

extern const Command template_import;
const Command template_import{
    .name = "template import",
    .summary = marked("Replace a template by the hospital's own, after trying it"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
