#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/review_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "title", .placeholder = marked("TEXT"), .help = marked("What the campaign is called."), .required = true},
    {.name = "reviewer", .placeholder = marked("NAME"), .help = marked("Who answers for the campaign, and will sign it."), .required = true},
    accounts_option,
    cards_option,
    people_option,
    directory_option,
    directory_answers_option,
    logs_option,
    stays_option,
    watched_option,
    policy_option,
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day of the opening (default: today)."), .kind = OptionKind::date},
    {.name = "due", .placeholder = marked("DATE"), .help = marked("The day on which all must be decided (default: 60 days later)."), .kind = OptionKind::date},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("What else is to be known of the campaign.")},
};

} // namespace

extern const Command access_campaign_open;
const Command access_campaign_open{
    .name = "access campaign open",
    .summary = marked("Open a review campaign: the accounts are frozen with what was found of them"),
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
