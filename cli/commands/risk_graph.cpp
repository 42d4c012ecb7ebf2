#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/risk_figure.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "reference",
     .placeholder = marked("REFERENCE"),
     .help = marked("An operational scenario, such as SO1, or a strategic one, such as SS1."),
     .required = true},
};
constexpr Option options[] = {required_figure_option};

} // namespace

extern const Command risk_graph;
const Command risk_graph{
    .name = "risk graph",
    .summary = marked("Draw the actions of an operational scenario, or the attack paths of a strategic one"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
};

} // namespace hdskit::cli::commands
