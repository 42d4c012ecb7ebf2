#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/review_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    accounts_option,
    cards_option,
    people_option,
    directory_option,
    directory_answers_option,
    logs_option,
    stays_option,
    watched_option,
    decisions_option,
    policy_option,
    {.name = "at", .placeholder = marked("DATE"), .help = marked("The day of the review (default: today)."), .kind = OptionKind::date},
};

} // namespace

extern const Command access_review;
const Command access_review{
    .name = "access review",
    .summary = marked("Review who may enter: accounts, staff, cards, directory and access logs set beside each other"),
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
