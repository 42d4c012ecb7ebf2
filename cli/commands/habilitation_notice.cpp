#include "cli/command.hpp"

#include "cli/dossier_options.hpp"
#include "cli/press.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "reference", .placeholder = marked("REFERENCE"), .help = marked("The project, such as PRJ1."), .required = true},
};
constexpr Option options[] = {
    dossier_output_option,
    {.name = "draft", .placeholder = nullptr, .help = marked("Write it although something lacks."), .kind = OptionKind::flag},
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day that the notice bears (default: today in Paris)."), .kind = OptionKind::date},
};

} // namespace

extern const Command habilitation_notice;
const Command habilitation_notice{
    .name = "habilitation notice",
    .summary = marked("Write the information notice of a project for patients"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
