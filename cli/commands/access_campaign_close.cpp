#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {campaign_operand};
constexpr Option options[] = {
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day of the closing (default: today)."), .kind = OptionKind::date},
};

} // namespace

extern const Command access_campaign_close;
const Command access_campaign_close{
    .name = "access campaign close",
    .summary = marked("Close a review campaign whose withdrawals are all carried out"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
