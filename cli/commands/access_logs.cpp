#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/review_options.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "FILE",
     .placeholder = marked("FILE"),
     .help = marked("Access logs as CSV, or as audit messages in syslog, in the order of time."),
     .kind = OptionKind::path,
     .required = true,
     .repeatable = true},
};

constexpr Option options[] = {
    watched_option,
    {.name = "policy", .placeholder = marked("FILE"), .help = marked("The policy of the house, as JSON."), .kind = OptionKind::path},
    {.name = "at", .placeholder = marked("DATE"), .help = marked("The day of the review (default: today)."), .kind = OptionKind::date},
    {.name = "list", .placeholder = nullptr, .help = marked("A line for each login."), .kind = OptionKind::flag},
};

} // namespace

extern const Command access_logs;
const Command access_logs{
    .name = "access logs",
    .summary = marked("Review access logs by themselves: shared logins, bursts, break-glass accesses, gaps"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
