#include "cli/command.hpp"

#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "within", .placeholder = marked("DAYS"), .help = marked("How far ahead (default: 365)."), .kind = OptionKind::number},
    {.name = "list", .placeholder = nullptr, .help = marked("A line for each card, with its holder."), .kind = OptionKind::flag},
    {.name = "ics",
     .placeholder = marked("FILE.ics"),
     .help = marked("Write a calendar with an event for each card, by its number and the RPPS alone."),
     .kind = OptionKind::path},
    {.name = "names", .placeholder = nullptr, .help = marked("Name the holders in the calendar."), .kind = OptionKind::flag},
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day from which it is counted (default: today in Paris)."), .kind = OptionKind::date},
};

} // namespace

extern const Command access_expiries;
const Command access_expiries{
    .name = "access expiries",
    .summary = marked("List the cards that end soon, month by month"),
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
