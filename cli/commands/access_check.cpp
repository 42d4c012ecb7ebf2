#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "all", .placeholder = nullptr, .help = marked("Check every declared endpoint now."), .kind = OptionKind::flag},
    {.name = "due",
     .placeholder = nullptr,
     .help = marked("Check the declared endpoints whose last check is too old, or found faults."),
     .kind = OptionKind::flag},
    {.name = "population-every",
     .placeholder = marked("DAYS"),
     .help = marked("A check of the certificates older than this is none (default: 31)."),
     .kind = OptionKind::number},
    list_cache_option,
    access_plugin_option,
};

} // namespace

extern const Command access_check;
const Command access_check{
    .name = "access check",
    .summary = marked("Say how access stands: certificates, lists and endpoints"),
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
