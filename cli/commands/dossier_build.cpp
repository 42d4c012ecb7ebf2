#include "cli/command.hpp"

#include "cli/dossier_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    dossier_output_option,
    dossier_framework_option,
    dossier_date_option,
    {.name = "edition", .placeholder = marked("VERSION"), .help = marked("The version printed on the cover (default: the number of the next filing).")},
    {.name = "without-annexes", .placeholder = nullptr, .help = marked("The generated part alone, as PDF/A-1b."), .kind = OptionKind::flag},
    {.name = "odt", .placeholder = nullptr, .help = marked("Also write an editable text (ODT) beside."), .kind = OptionKind::flag},
};

} // namespace

extern const Command dossier_build;
const Command dossier_build{
    .name = "dossier build",
    .summary = marked("Assemble the dossier as PDF; a draft as long as it is incomplete"),
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
