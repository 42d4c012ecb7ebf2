#include "cli/command.hpp"

#include "cli/dossier_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    dossier_output_option,
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day that the booklet bears (default: today in Paris)."), .kind = OptionKind::date},
};

} // namespace

extern const Command continuity_booklet;
const Command continuity_booklet{
    .name = "continuity booklet",
    .summary = marked("Make the crisis booklet to keep on paper: directory, cards, restore order, plans"),
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
