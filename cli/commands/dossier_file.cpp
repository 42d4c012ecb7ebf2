#include "cli/command.hpp"

#include "cli/dossier_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    dossier_output_option,
    dossier_framework_option,
    dossier_date_option,
    {.name = "edition", .placeholder = marked("VERSION"), .help = marked("The version printed on the cover (default: the number of this filing).")},
    {.name = "despite", .placeholder = marked("REASON"), .help = marked("File an incomplete dossier all the same; the reason is printed in it.")},
};

} // namespace

extern const Command dossier_file;
const Command dossier_file{
    .name = "dossier file",
    .summary = marked("Assemble the dossier as it is sent, and freeze it"),
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
