#include "cli/access_options.hpp"
#include "cli/campaign_view.hpp"
#include "cli/card_options.hpp"
#include "cli/command.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {campaign_operand};
constexpr Option options[] = {
    card_module_option,
    pin_descriptor_option,
    token_option,
    list_file_option,
    list_cache_option,
    {.name = "without-card",
     .placeholder = nullptr,
     .help = marked("Declare the sign-off when no card is at hand; every report then says so."),
     .kind = OptionKind::flag},
    {.name = "by", .placeholder = marked("NAME"), .help = marked("With --without-card: who signs off (default: who acts on the workspace).")},
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day of the signature (default: today)."), .kind = OptionKind::date},
};

} // namespace

extern const Command access_campaign_sign;
const Command access_campaign_sign{
    .name = "access campaign sign",
    .summary = marked("Sign a review campaign with a card, once all is decided"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
