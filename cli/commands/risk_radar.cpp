#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/risk_figure.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    required_figure_option,
    {.name = "residual", .placeholder = nullptr, .help = marked("Once the measures are there."), .kind = OptionKind::flag},
};

} // namespace

extern const Command risk_radar;
const Command risk_radar{
    .name = "risk radar",
    .summary = marked("Draw the stakeholders of the ecosystem by the threat that each of them is"),
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
