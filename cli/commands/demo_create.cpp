#include "cli/command.hpp"

#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "location",
     .placeholder = marked("LOCATION"),
     .help = marked("The file to make, such as demo.hds, or the URL of an empty PostgreSQL database."),
     .kind = OptionKind::path,
     .required = true},
};

constexpr Option options[] = {
    {.name = "without-backups",
     .placeholder = nullptr,
     .help = marked("Make no backups beside the file: quicker, and no other program is needed."),
     .kind = OptionKind::flag},
};

} // namespace

extern const Command demo_create;
const Command demo_create{
    .name = "demo create",
    .summary = marked("Make the workspace of a complete, fictitious hospital"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
