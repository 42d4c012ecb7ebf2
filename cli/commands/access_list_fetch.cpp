#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "list", .placeholder = marked("NAME"), .help = marked("The source of the list, by its name (default: all).")},
};
constexpr Option options[] = {
    list_cache_option,
    {.name = "limit-mb", .placeholder = marked("MB"), .help = marked("The largest list that is taken (default: 512)."), .kind = OptionKind::number},
    {.name = "timeout", .placeholder = marked("SECONDS"), .help = marked("Of each list (default: 600)."), .kind = OptionKind::number},
};

} // namespace

extern const Command access_list_fetch;
const Command access_list_fetch{
    .name = "access list fetch",
    .summary = marked("Download the newest revocation lists"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
