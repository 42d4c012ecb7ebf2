#include "cli/command.hpp"

#include "cli/dossier_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {dossier_date_option};

} // namespace

extern const Command template_check;
const Command template_check{
    .name = "template check",
    .summary = marked("Try every template on this workspace and name what is wrong"),
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
